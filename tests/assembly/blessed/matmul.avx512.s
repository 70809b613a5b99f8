.L3:
	vmovups	-64(%r0), %zmm0
	vmovups	(%r0), %zmm1
	vbroadcastss	-3072(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm3
	vfmadd231ps	%zmm2, %zmm1, %zmm4
	vbroadcastss	-2816(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm5
	vfmadd231ps	%zmm2, %zmm1, %zmm6
	vbroadcastss	-2560(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm7
	vfmadd231ps	%zmm2, %zmm1, %zmm8
	vbroadcastss	-2304(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm9
	vfmadd231ps	%zmm2, %zmm1, %zmm10
	vbroadcastss	-2048(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm11
	vfmadd231ps	%zmm2, %zmm1, %zmm12
	vbroadcastss	-1792(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm13
	vfmadd231ps	%zmm2, %zmm1, %zmm14
	vbroadcastss	-1536(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm15
	vfmadd231ps	%zmm2, %zmm1, %zmm16
	vbroadcastss	-1280(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm17
	vfmadd231ps	%zmm2, %zmm1, %zmm18
	vbroadcastss	-1024(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm19
	vfmadd231ps	%zmm2, %zmm1, %zmm20
	vbroadcastss	-768(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm21
	vfmadd231ps	%zmm2, %zmm1, %zmm22
	vbroadcastss	-512(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm23
	vfmadd231ps	%zmm2, %zmm1, %zmm24
	vbroadcastss	-256(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm25
	vfmadd231ps	%zmm2, %zmm1, %zmm26
	vbroadcastss	(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm27
	vfmadd231ps	%zmm1, %zmm2, %zmm28
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L3

.L4:
	vmovups	-64(%r0), %zmm0
	vmovups	(%r0), %zmm1
	vbroadcastss	13312(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm3
	vfmadd231ps	%zmm2, %zmm1, %zmm4
	vbroadcastss	13568(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm5
	vfmadd231ps	%zmm2, %zmm1, %zmm6
	vbroadcastss	13824(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm7
	vfmadd231ps	%zmm2, %zmm1, %zmm8
	vbroadcastss	14080(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm9
	vfmadd231ps	%zmm2, %zmm1, %zmm10
	vbroadcastss	14336(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm11
	vfmadd231ps	%zmm2, %zmm1, %zmm12
	vbroadcastss	14592(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm13
	vfmadd231ps	%zmm2, %zmm1, %zmm14
	vbroadcastss	14848(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm15
	vfmadd231ps	%zmm2, %zmm1, %zmm16
	vbroadcastss	15104(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm17
	vfmadd231ps	%zmm2, %zmm1, %zmm18
	vbroadcastss	15360(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm19
	vfmadd231ps	%zmm2, %zmm1, %zmm20
	vbroadcastss	15616(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm21
	vfmadd231ps	%zmm2, %zmm1, %zmm22
	vbroadcastss	15872(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm23
	vfmadd231ps	%zmm2, %zmm1, %zmm24
	vbroadcastss	16128(%r1,%r2,4), %zmm2
	vfmadd231ps	%zmm0, %zmm2, %zmm25
	vfmadd231ps	%zmm1, %zmm2, %zmm26
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L4
