.L3:
	vmovups	-64(%r15), %zmm27
	vmovups	(%r15), %zmm26
	vbroadcastss	-2816(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm25
	vfmadd231ps	%zmm28, %zmm26, %zmm0
	vbroadcastss	-2560(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm1
	vfmadd231ps	%zmm28, %zmm26, %zmm2
	vbroadcastss	-2304(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm3
	vfmadd231ps	%zmm28, %zmm26, %zmm4
	vbroadcastss	-2048(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm5
	vfmadd231ps	%zmm28, %zmm26, %zmm6
	vbroadcastss	-1792(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm7
	vfmadd231ps	%zmm28, %zmm26, %zmm8
	vbroadcastss	-1536(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm9
	vfmadd231ps	%zmm28, %zmm26, %zmm10
	vbroadcastss	-1280(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm11
	vfmadd231ps	%zmm28, %zmm26, %zmm12
	vbroadcastss	-1024(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm13
	vfmadd231ps	%zmm28, %zmm26, %zmm14
	vbroadcastss	-768(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm15
	vfmadd231ps	%zmm28, %zmm26, %zmm16
	vbroadcastss	-512(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm17
	vfmadd231ps	%zmm28, %zmm26, %zmm18
	vbroadcastss	-256(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm19
	vfmadd231ps	%zmm28, %zmm26, %zmm20
	vbroadcastss	(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm21
	vfmadd231ps	%zmm28, %zmm26, %zmm22
	vbroadcastss	256(%r10,%r14), %zmm28
	vfmadd231ps	%zmm27, %zmm28, %zmm23
	vfmadd231ps	%zmm26, %zmm28, %zmm24
	addq	$256, %r15
	addq	$4, %r14
	jne	.L3

.L4:
	vmovups	-64(%r9), %zmm24
	vmovups	(%r9), %zmm25
	vbroadcastss	13568(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm23
	vfmadd231ps	%zmm26, %zmm25, %zmm22
	vbroadcastss	13824(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm21
	vfmadd231ps	%zmm26, %zmm25, %zmm20
	vbroadcastss	14080(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm19
	vfmadd231ps	%zmm26, %zmm25, %zmm18
	vbroadcastss	14336(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm17
	vfmadd231ps	%zmm26, %zmm25, %zmm16
	vbroadcastss	14592(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm15
	vfmadd231ps	%zmm26, %zmm25, %zmm14
	vbroadcastss	14848(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm13
	vfmadd231ps	%zmm26, %zmm25, %zmm12
	vbroadcastss	15104(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm11
	vfmadd231ps	%zmm26, %zmm25, %zmm10
	vbroadcastss	15360(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm9
	vfmadd231ps	%zmm26, %zmm25, %zmm8
	vbroadcastss	15616(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm7
	vfmadd231ps	%zmm26, %zmm25, %zmm6
	vbroadcastss	15872(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm5
	vfmadd231ps	%zmm26, %zmm25, %zmm4
	vbroadcastss	16128(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm3
	vfmadd231ps	%zmm26, %zmm25, %zmm2
	vbroadcastss	16384(%rdi,%r10), %zmm26
	vfmadd231ps	%zmm24, %zmm26, %zmm1
	vfmadd231ps	%zmm25, %zmm26, %zmm0
	addq	$256, %r9
	addq	$4, %r10
	jne	.L4
