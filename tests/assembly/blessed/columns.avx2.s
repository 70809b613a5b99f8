.L1:
	vaddps	-224(%r0), %ymm0, %ymm0
	vaddps	-192(%r0), %ymm1, %ymm1
	vaddps	-160(%r0), %ymm2, %ymm2
	vaddps	-128(%r0), %ymm3, %ymm3
	vaddps	-96(%r0), %ymm4, %ymm4
	vaddps	-64(%r0), %ymm5, %ymm5
	vaddps	-32(%r0), %ymm6, %ymm6
	vaddps	(%r0), %ymm7, %ymm7
	addq	$320, %r0
	decq	%r1
	jne	.L1

.L3:
	vaddps	-992(%r0), %ymm0, %ymm0
	vaddps	-960(%r0), %ymm1, %ymm1
	vaddps	-672(%r0), %ymm0, %ymm0
	vaddps	-640(%r0), %ymm1, %ymm1
	vaddps	-352(%r0), %ymm0, %ymm0
	vaddps	-320(%r0), %ymm1, %ymm1
	vaddps	-32(%r0), %ymm0, %ymm0
	vaddps	(%r0), %ymm1, %ymm1
	addq	$4, %r1
	addq	$1280, %r0
	cmpq	%r1, %r2
	jne	.L3

.L5:
	vaddps	-32(%r0,%r1), %ymm0, %ymm0
	vaddps	(%r0,%r1), %ymm1, %ymm1
	addq	$320, %r1
	cmpq	%r1, %r2
	jne	.L5
