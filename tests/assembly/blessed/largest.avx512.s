.L1:
	vmovups	-448(%r0), %zmm0
	vmovups	-384(%r0), %zmm1
	vmovups	-320(%r0), %zmm2
	vmovups	-256(%r0), %zmm3
	vmaxps	%zmm0, %zmm4, %zmm4
	vmaxps	%zmm1, %zmm5, %zmm5
	vcmpunordps	%zmm1, %zmm0, %r1
	vmaxps	%zmm2, %zmm6, %zmm6
	vmaxps	%zmm3, %zmm7, %zmm7
	vcmpunordps	%zmm3, %zmm2, %r2
	vmovups	-192(%r0), %zmm0
	vmovups	-128(%r0), %zmm1
	vmaxps	%zmm0, %zmm4, %zmm4
	vmaxps	%zmm1, %zmm5, %zmm5
	vcmpunordps	%zmm1, %zmm0, %r3
	korw	%r1, %r3, %r3
	vmovaps	%zmm8, %zmm9 {%r3}
	vmovups	-64(%r0), %zmm0
	vmovups	(%r0), %zmm1
	vmaxps	%zmm0, %zmm6, %zmm6
	vmaxps	%zmm1, %zmm7, %zmm7
	vcmpunordps	%zmm1, %zmm0, %r1
	korw	%r2, %r1, %r2
	vmovaps	%zmm8, %zmm10 {%r2}
	addq	$512, %r0
	decq	%r4
	jne	.L1
