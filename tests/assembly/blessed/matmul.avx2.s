.L2:
	vbroadcastss	-512(%r0,%r1,4), %ymm0
	vbroadcastss	-256(%r0,%r1,4), %ymm1
	vbroadcastss	(%r0,%r1,4), %ymm2
	vmovups	-96(%r2), %ymm3
	vfmadd231ps	%ymm3, %ymm0, %ymm4
	vfmadd231ps	%ymm3, %ymm1, %ymm5
	vfmadd231ps	%ymm3, %ymm2, %ymm6
	vmovups	-64(%r2), %ymm3
	vfmadd231ps	%ymm3, %ymm0, %ymm7
	vfmadd231ps	%ymm3, %ymm1, %ymm8
	vfmadd231ps	%ymm3, %ymm2, %ymm9
	vmovups	-32(%r2), %ymm3
	vfmadd231ps	%ymm3, %ymm0, %ymm10
	vfmadd231ps	%ymm3, %ymm1, %ymm11
	vfmadd231ps	%ymm3, %ymm2, %ymm12
	vmovups	(%r2), %ymm3
	vfmadd231ps	%ymm0, %ymm3, %ymm13
	vfmadd231ps	%ymm1, %ymm3, %ymm14
	vfmadd231ps	%ymm3, %ymm2, %ymm15
	incq	%r1
	addq	$256, %r2
	cmpq	%r1, %r3
	jne	.L2

.L3:
	vbroadcastss	15360(%r0,%r1,4), %ymm0
	vbroadcastss	15616(%r0,%r1,4), %ymm1
	vmovups	-96(%r2), %ymm2
	vmovups	-64(%r2), %ymm3
	vmovups	-32(%r2), %ymm4
	vmovups	(%r2), %ymm5
	vfmadd231ps	%ymm2, %ymm0, %ymm6
	vfmadd231ps	%ymm2, %ymm1, %ymm7
	vfmadd231ps	%ymm3, %ymm0, %ymm8
	vfmadd231ps	%ymm3, %ymm1, %ymm9
	vfmadd231ps	%ymm4, %ymm0, %ymm10
	vfmadd231ps	%ymm4, %ymm1, %ymm11
	vfmadd231ps	%ymm0, %ymm5, %ymm12
	vfmadd231ps	%ymm5, %ymm1, %ymm13
	incq	%r1
	addq	$256, %r2
	cmpq	%r1, %r3
	jne	.L3

.L4:
	vbroadcastss	15872(%r0,%r1,4), %ymm0
	vbroadcastss	16128(%r0,%r1,4), %ymm1
	vmovups	-96(%r2), %ymm2
	vmovups	-64(%r2), %ymm3
	vmovups	-32(%r2), %ymm4
	vmovups	(%r2), %ymm5
	vfmadd231ps	%ymm2, %ymm0, %ymm6
	vfmadd231ps	%ymm2, %ymm1, %ymm7
	vfmadd231ps	%ymm3, %ymm0, %ymm8
	vfmadd231ps	%ymm3, %ymm1, %ymm9
	vfmadd231ps	%ymm4, %ymm0, %ymm10
	vfmadd231ps	%ymm4, %ymm1, %ymm11
	vfmadd231ps	%ymm0, %ymm5, %ymm12
	vfmadd231ps	%ymm5, %ymm1, %ymm13
	incq	%r1
	addq	$256, %r2
	cmpq	%r1, %r3
	jne	.L4

.L6:
	vbroadcastss	-512(%r0,%r1,4), %ymm0
	vbroadcastss	-256(%r0,%r1,4), %ymm1
	vbroadcastss	(%r0,%r1,4), %ymm2
	vmovups	-96(%r2), %ymm3
	vfmadd231ps	%ymm3, %ymm0, %ymm4
	vfmadd231ps	%ymm3, %ymm1, %ymm5
	vfmadd231ps	%ymm3, %ymm2, %ymm6
	vmovups	-64(%r2), %ymm3
	vfmadd231ps	%ymm3, %ymm0, %ymm7
	vfmadd231ps	%ymm3, %ymm1, %ymm8
	vfmadd231ps	%ymm3, %ymm2, %ymm9
	vmovups	-32(%r2), %ymm3
	vfmadd231ps	%ymm3, %ymm0, %ymm10
	vfmadd231ps	%ymm3, %ymm1, %ymm11
	vfmadd231ps	%ymm3, %ymm2, %ymm12
	vmovups	(%r2), %ymm3
	vfmadd231ps	%ymm0, %ymm3, %ymm13
	vfmadd231ps	%ymm1, %ymm3, %ymm14
	vfmadd231ps	%ymm3, %ymm2, %ymm15
	incq	%r1
	addq	$256, %r2
	cmpq	%r1, %r3
	jne	.L6

.L7:
	vbroadcastss	15360(%r0,%r1,4), %ymm0
	vbroadcastss	15616(%r0,%r1,4), %ymm1
	vmovups	-96(%r2), %ymm2
	vmovups	-64(%r2), %ymm3
	vmovups	-32(%r2), %ymm4
	vmovups	(%r2), %ymm5
	vfmadd231ps	%ymm2, %ymm0, %ymm6
	vfmadd231ps	%ymm2, %ymm1, %ymm7
	vfmadd231ps	%ymm3, %ymm0, %ymm8
	vfmadd231ps	%ymm3, %ymm1, %ymm9
	vfmadd231ps	%ymm4, %ymm0, %ymm10
	vfmadd231ps	%ymm4, %ymm1, %ymm11
	vfmadd231ps	%ymm0, %ymm5, %ymm12
	vfmadd231ps	%ymm5, %ymm1, %ymm13
	incq	%r1
	addq	$256, %r2
	cmpq	%r1, %r3
	jne	.L7

.L8:
	vbroadcastss	15872(%r0,%r1,4), %ymm0
	vbroadcastss	16128(%r0,%r1,4), %ymm1
	vmovups	-96(%r2), %ymm2
	vmovups	-64(%r2), %ymm3
	vmovups	-32(%r2), %ymm4
	vmovups	(%r2), %ymm5
	vfmadd231ps	%ymm2, %ymm0, %ymm6
	vfmadd231ps	%ymm2, %ymm1, %ymm7
	vfmadd231ps	%ymm3, %ymm0, %ymm8
	vfmadd231ps	%ymm3, %ymm1, %ymm9
	vfmadd231ps	%ymm4, %ymm0, %ymm10
	vfmadd231ps	%ymm4, %ymm1, %ymm11
	vfmadd231ps	%ymm0, %ymm5, %ymm12
	vfmadd231ps	%ymm5, %ymm1, %ymm13
	incq	%r1
	addq	$256, %r2
	cmpq	%r1, %r3
	jne	.L8
