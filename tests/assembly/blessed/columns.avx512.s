.L2:
	vaddps	-576(%r0), %zmm0, %zmm0
	vaddps	-512(%r0), %zmm1, %zmm1
	vaddps	-448(%r0), %zmm2, %zmm2
	vaddps	-384(%r0), %zmm3, %zmm3
	vaddps	-320(%r0), %zmm4, %zmm4
	vaddps	-256(%r0), %zmm0, %zmm0
	vaddps	-192(%r0), %zmm1, %zmm1
	vaddps	-128(%r0), %zmm2, %zmm2
	vaddps	-64(%r0), %zmm3, %zmm3
	vaddps	(%r0), %zmm4, %zmm4
	addq	$2, %r1
	addq	$640, %r0
	cmpq	%r1, %r2
	jne	.L2
