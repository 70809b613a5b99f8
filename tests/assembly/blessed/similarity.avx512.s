.L1:
	vmovups	-448(%r0,%r1), %zmm0
	vmovups	-384(%r0,%r1), %zmm1
	vmovups	-320(%r0,%r1), %zmm2
	vmovups	-256(%r0,%r1), %zmm3
	vfmadd132ps	-448(%r2,%r1), %zmm4, %zmm0
	vfmadd132ps	-384(%r2,%r1), %zmm5, %zmm1
	vfmadd132ps	-320(%r2,%r1), %zmm6, %zmm2
	vfmadd132ps	-256(%r2,%r1), %zmm7, %zmm3
	vmovups	-192(%r0,%r1), %zmm4
	vfmadd132ps	-192(%r2,%r1), %zmm0, %zmm4
	vmovups	-128(%r0,%r1), %zmm5
	vfmadd132ps	-128(%r2,%r1), %zmm1, %zmm5
	vmovups	-64(%r0,%r1), %zmm6
	vfmadd132ps	-64(%r2,%r1), %zmm2, %zmm6
	vmovups	(%r0,%r1), %zmm7
	vfmadd132ps	(%r2,%r1), %zmm3, %zmm7
	addq	$512, %r1
	decq	%r3
	jne	.L1
