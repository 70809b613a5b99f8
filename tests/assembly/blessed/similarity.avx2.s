.L1:
	vmovups	-224(%r0,%r1), %ymm0
	vmovups	-192(%r0,%r1), %ymm1
	vmovups	-160(%r0,%r1), %ymm2
	vmovups	-128(%r0,%r1), %ymm3
	vfmadd231ps	-224(%r2,%r1), %ymm0, %ymm4
	vfmadd231ps	-192(%r2,%r1), %ymm1, %ymm5
	vfmadd231ps	-160(%r2,%r1), %ymm2, %ymm6
	vfmadd231ps	-128(%r2,%r1), %ymm3, %ymm7
	vmovups	-96(%r0,%r1), %ymm0
	vfmadd231ps	-96(%r2,%r1), %ymm0, %ymm8
	vmovups	-64(%r0,%r1), %ymm0
	vfmadd231ps	-64(%r2,%r1), %ymm0, %ymm9
	vmovups	-32(%r0,%r1), %ymm0
	vfmadd231ps	-32(%r2,%r1), %ymm0, %ymm10
	vmovups	(%r0,%r1), %ymm0
	vfmadd231ps	(%r2,%r1), %ymm0, %ymm11
	addq	$256, %r1
	decq	%r3
	jne	.L1
