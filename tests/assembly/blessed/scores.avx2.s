.L1:
	vbroadcastf128	(%r0), %ymm0
	vshufps	$0, %ymm0, %ymm0, %ymm1
	movq	%r1, %r2
	vfmadd231ps	(%r2), %ymm1, %ymm2
	vshufps	$255, %ymm0, %ymm0, %ymm1
	vpermilps	%ymm3, %ymm0, %ymm4
	vfmadd231ps	32(%r2), %ymm4, %ymm5
	vpermilps	%ymm6, %ymm0, %ymm4
	vfmadd231ps	64(%r2), %ymm4, %ymm7
	vpermilps	%ymm8, %ymm0, %ymm0
	vfmadd231ps	96(%r2), %ymm0, %ymm9
	vfmadd231ps	128(%r2), %ymm1, %ymm10
	addq	$160, %r1
	addq	$16, %r0
	decq	%r3
	jne	.L1
