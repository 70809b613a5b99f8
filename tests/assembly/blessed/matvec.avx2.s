.L2:
	vmovups	(%r0,%r1), %ymm0
	vmovups	64(%r0,%r1), %ymm1
	vfmadd231ps	-1856(%r2,%r1), %ymm0, %ymm2
	vfmadd231ps	-1600(%r2,%r1), %ymm0, %ymm3
	vfmadd231ps	-1344(%r2,%r1), %ymm0, %ymm4
	vfmadd231ps	-1088(%r2,%r1), %ymm0, %ymm5
	vfmadd231ps	-832(%r2,%r1), %ymm0, %ymm6
	vfmadd231ps	-576(%r2,%r1), %ymm0, %ymm7
	vfmadd231ps	-320(%r2,%r1), %ymm0, %ymm8
	vfmadd231ps	-64(%r2,%r1), %ymm0, %ymm9
	vfmadd231ps	-1792(%r2,%r1), %ymm1, %ymm2
	vfmadd231ps	-1536(%r2,%r1), %ymm1, %ymm3
	vfmadd231ps	-1280(%r2,%r1), %ymm1, %ymm4
	vfmadd231ps	-1024(%r2,%r1), %ymm1, %ymm5
	vfmadd231ps	-768(%r2,%r1), %ymm1, %ymm6
	vfmadd231ps	-512(%r2,%r1), %ymm1, %ymm7
	vfmadd231ps	-256(%r2,%r1), %ymm1, %ymm8
	vfmadd231ps	(%r2,%r1), %ymm1, %ymm9
	subq	$-128, %r1
	decq	%r3
	jne	.L2

.L3:
	vmovups	32(%r0,%r1), %ymm0
	vmovups	96(%r0,%r1), %ymm1
	vfmadd231ps	-1856(%r2,%r1), %ymm0, %ymm2
	vfmadd231ps	-1600(%r2,%r1), %ymm0, %ymm3
	vfmadd231ps	-1344(%r2,%r1), %ymm0, %ymm4
	vfmadd231ps	-1088(%r2,%r1), %ymm0, %ymm5
	vfmadd231ps	-832(%r2,%r1), %ymm0, %ymm6
	vfmadd231ps	-576(%r2,%r1), %ymm0, %ymm7
	vfmadd231ps	-320(%r2,%r1), %ymm0, %ymm8
	vfmadd231ps	-64(%r2,%r1), %ymm0, %ymm9
	vfmadd231ps	-1792(%r2,%r1), %ymm1, %ymm2
	vfmadd231ps	-1536(%r2,%r1), %ymm1, %ymm3
	vfmadd231ps	-1280(%r2,%r1), %ymm1, %ymm4
	vfmadd231ps	-1024(%r2,%r1), %ymm1, %ymm5
	vfmadd231ps	-768(%r2,%r1), %ymm1, %ymm6
	vfmadd231ps	-512(%r2,%r1), %ymm1, %ymm7
	vfmadd231ps	-256(%r2,%r1), %ymm1, %ymm8
	vfmadd231ps	(%r2,%r1), %ymm1, %ymm9
	subq	$-128, %r1
	decq	%r3
	jne	.L3
