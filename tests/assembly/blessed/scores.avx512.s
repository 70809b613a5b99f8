.L1:
	vbroadcastf32x4	(%r0), %zmm0
	vshufps	$255, %zmm0, %zmm0, %zmm1
	movq	%r1, %r2
	vpermilps	%zmm2, %zmm0, %zmm3
	vfmadd231ps	(%r2), %zmm3, %zmm4
	vpermilps	%zmm5, %zmm0, %zmm0
	vfmadd231ps	64(%r2), %zmm0, %zmm6
	vfmadd231ps	128(%r2), %zmm1, %zmm7
	addq	$160, %r1
	addq	$16, %r0
	decq	%r3
	jne	.L1
