.L3:
	vmovups	-32(%r0), %ymm0
	vmovups	(%r0), %ymm1
	vbroadcastss	-1280(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm3
	vfmadd231ps	%ymm2, %ymm1, %ymm4
	vbroadcastss	-1024(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm5
	vfmadd231ps	%ymm2, %ymm1, %ymm6
	vbroadcastss	-768(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm7
	vfmadd231ps	%ymm2, %ymm1, %ymm8
	vbroadcastss	-512(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm9
	vfmadd231ps	%ymm2, %ymm1, %ymm10
	vbroadcastss	-256(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm11
	vfmadd231ps	%ymm2, %ymm1, %ymm12
	vbroadcastss	(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm13
	vfmadd231ps	%ymm1, %ymm2, %ymm14
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L3

.L4:
	vmovups	-32(%r0), %ymm0
	vmovups	(%r0), %ymm1
	vbroadcastss	13824(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm3
	vfmadd231ps	%ymm2, %ymm1, %ymm4
	vbroadcastss	14080(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm5
	vfmadd231ps	%ymm2, %ymm1, %ymm6
	vbroadcastss	14336(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm7
	vfmadd231ps	%ymm2, %ymm1, %ymm8
	vbroadcastss	14592(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm9
	vfmadd231ps	%ymm2, %ymm1, %ymm10
	vbroadcastss	14848(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm11
	vfmadd231ps	%ymm1, %ymm2, %ymm12
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L4

.L5:
	vmovups	-32(%r0), %ymm0
	vmovups	(%r0), %ymm1
	vbroadcastss	15104(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm3
	vfmadd231ps	%ymm2, %ymm1, %ymm4
	vbroadcastss	15360(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm5
	vfmadd231ps	%ymm2, %ymm1, %ymm6
	vbroadcastss	15616(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm7
	vfmadd231ps	%ymm2, %ymm1, %ymm8
	vbroadcastss	15872(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm9
	vfmadd231ps	%ymm2, %ymm1, %ymm10
	vbroadcastss	16128(%r1,%r2,4), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm11
	vfmadd231ps	%ymm1, %ymm2, %ymm12
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L5
