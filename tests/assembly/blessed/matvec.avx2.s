.L2:
	movq	%r0, %r1
	vmovups	-64(%r2), %ymm0
	vmovups	(%r2), %ymm1
	vfmadd231ps	(%r1), %ymm0, %ymm2
	vfmadd231ps	256(%r1), %ymm0, %ymm3
	vfmadd231ps	512(%r1), %ymm0, %ymm4
	vfmadd231ps	768(%r1), %ymm0, %ymm5
	vfmadd231ps	1024(%r1), %ymm0, %ymm6
	vfmadd231ps	1280(%r1), %ymm0, %ymm7
	vfmadd231ps	1536(%r1), %ymm0, %ymm8
	vfmadd231ps	1792(%r1), %ymm0, %ymm9
	vfmadd231ps	64(%r1), %ymm1, %ymm2
	vfmadd231ps	320(%r1), %ymm1, %ymm3
	vfmadd231ps	576(%r1), %ymm1, %ymm4
	vfmadd231ps	832(%r1), %ymm1, %ymm5
	vfmadd231ps	1088(%r1), %ymm1, %ymm6
	vfmadd231ps	1344(%r1), %ymm1, %ymm7
	vfmadd231ps	1600(%r1), %ymm1, %ymm8
	vfmadd231ps	1856(%r1), %ymm1, %ymm9
	subq	$-128, %r2
	subq	$-128, %r0
	decq	%r3
	jne	.L2

.L3:
	leaq	(%r0,%r1), %r2
	vmovups	32(%r3,%r1), %ymm0
	vmovups	96(%r3,%r1), %ymm1
	vfmadd231ps	32(%r2), %ymm0, %ymm2
	vfmadd231ps	288(%r2), %ymm0, %ymm3
	vfmadd231ps	544(%r2), %ymm0, %ymm4
	vfmadd231ps	800(%r2), %ymm0, %ymm5
	vfmadd231ps	1056(%r2), %ymm0, %ymm6
	vfmadd231ps	1312(%r2), %ymm0, %ymm7
	vfmadd231ps	1568(%r2), %ymm0, %ymm8
	vfmadd231ps	1824(%r2), %ymm0, %ymm9
	vfmadd231ps	96(%r2), %ymm1, %ymm2
	vfmadd231ps	352(%r2), %ymm1, %ymm3
	vfmadd231ps	608(%r2), %ymm1, %ymm4
	vfmadd231ps	864(%r2), %ymm1, %ymm5
	vfmadd231ps	1120(%r2), %ymm1, %ymm6
	vfmadd231ps	1376(%r2), %ymm1, %ymm7
	vfmadd231ps	1632(%r2), %ymm1, %ymm8
	vfmadd231ps	1888(%r2), %ymm1, %ymm9
	subq	$-128, %r1
	decq	%r4
	jne	.L3
