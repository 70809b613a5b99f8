.L1:
	vmovups	-448(%r0), %zmm0
	vmovups	-384(%r0), %zmm1
	vmovups	-320(%r0), %zmm2
	vmovups	-256(%r0), %zmm3
	vmaxps	%zmm0, %zmm4, %zmm4
	vmaxps	%zmm1, %zmm5, %zmm5
	vcmpordps	%zmm1, %zmm0, %r1 {%r1}
	vmaxps	%zmm2, %zmm6, %zmm0
	vmaxps	%zmm3, %zmm7, %zmm7
	vcmpordps	%zmm3, %zmm2, %r2 {%r2}
	vmovups	-192(%r0), %zmm6
	vmovups	-128(%r0), %zmm1
	vmaxps	%zmm6, %zmm4, %zmm4
	vmaxps	%zmm1, %zmm5, %zmm5
	vcmpordps	%zmm1, %zmm6, %r3 {%r3}
	vmovups	-64(%r0), %zmm1
	vmovups	(%r0), %zmm2
	vmaxps	%zmm1, %zmm0, %zmm6
	vmaxps	%zmm2, %zmm7, %zmm7
	vcmpordps	%zmm2, %zmm1, %r4 {%r4}
	addq	$512, %r0
	decq	%r5
	jne	.L1
