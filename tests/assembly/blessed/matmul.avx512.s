.L2:
	vmovups	-192(%r0), %zmm0
	vmovups	-128(%r0), %zmm1
	vmovups	-64(%r0), %zmm2
	vmovups	(%r0), %zmm3
	vbroadcastss	-1280(%r1,%r2,4), %zmm4
	vfmadd231ps	%zmm0, %zmm4, %zmm5
	vfmadd231ps	%zmm1, %zmm4, %zmm6
	vfmadd231ps	%zmm2, %zmm4, %zmm7
	vbroadcastss	-1024(%r1,%r2,4), %zmm8
	vfmadd231ps	%zmm4, %zmm3, %zmm9
	vfmadd231ps	%zmm0, %zmm8, %zmm10
	vfmadd231ps	%zmm1, %zmm8, %zmm11
	vfmadd231ps	%zmm2, %zmm8, %zmm12
	vfmadd231ps	%zmm8, %zmm3, %zmm13
	vbroadcastss	-768(%r1,%r2,4), %zmm4
	vfmadd231ps	%zmm0, %zmm4, %zmm14
	vfmadd231ps	%zmm1, %zmm4, %zmm15
	vfmadd231ps	%zmm2, %zmm4, %zmm16
	vbroadcastss	-512(%r1,%r2,4), %zmm8
	vfmadd231ps	%zmm4, %zmm3, %zmm17
	vfmadd231ps	%zmm0, %zmm8, %zmm18
	vfmadd231ps	%zmm1, %zmm8, %zmm19
	vfmadd231ps	%zmm2, %zmm8, %zmm20
	vfmadd231ps	%zmm8, %zmm3, %zmm21
	vbroadcastss	-256(%r1,%r2,4), %zmm4
	vfmadd231ps	%zmm0, %zmm4, %zmm22
	vfmadd231ps	%zmm1, %zmm4, %zmm23
	vfmadd231ps	%zmm2, %zmm4, %zmm24
	vbroadcastss	(%r1,%r2,4), %zmm8
	vfmadd231ps	%zmm4, %zmm3, %zmm25
	vfmadd231ps	%zmm0, %zmm8, %zmm26
	vfmadd231ps	%zmm1, %zmm8, %zmm27
	vfmadd231ps	%zmm2, %zmm8, %zmm28
	vfmadd231ps	%zmm3, %zmm8, %zmm29
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L2

.L3:
	vmovups	-192(%r0), %zmm0
	vmovups	-128(%r0), %zmm1
	vmovups	-64(%r0), %zmm2
	vbroadcastss	13824(%r1,%r2,4), %zmm3
	vmovups	(%r0), %zmm4
	vfmadd231ps	%zmm0, %zmm3, %zmm5
	vfmadd231ps	%zmm1, %zmm3, %zmm6
	vfmadd231ps	%zmm2, %zmm3, %zmm7
	vfmadd231ps	%zmm3, %zmm4, %zmm8
	vbroadcastss	14080(%r1,%r2,4), %zmm3
	vfmadd231ps	%zmm0, %zmm3, %zmm9
	vfmadd231ps	%zmm1, %zmm3, %zmm10
	vfmadd231ps	%zmm2, %zmm3, %zmm11
	vbroadcastss	14336(%r1,%r2,4), %zmm12
	vfmadd231ps	%zmm3, %zmm4, %zmm13
	vfmadd231ps	%zmm0, %zmm12, %zmm14
	vfmadd231ps	%zmm1, %zmm12, %zmm15
	vfmadd231ps	%zmm2, %zmm12, %zmm16
	vfmadd231ps	%zmm12, %zmm4, %zmm17
	vbroadcastss	14592(%r1,%r2,4), %zmm3
	vfmadd231ps	%zmm0, %zmm3, %zmm18
	vfmadd231ps	%zmm1, %zmm3, %zmm19
	vfmadd231ps	%zmm2, %zmm3, %zmm20
	vbroadcastss	14848(%r1,%r2,4), %zmm12
	vfmadd231ps	%zmm3, %zmm4, %zmm21
	vfmadd231ps	%zmm0, %zmm12, %zmm22
	vfmadd231ps	%zmm1, %zmm12, %zmm23
	vfmadd231ps	%zmm2, %zmm12, %zmm24
	vfmadd231ps	%zmm4, %zmm12, %zmm25
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L3

.L4:
	vmovups	-192(%r0), %zmm0
	vmovups	-128(%r0), %zmm1
	vmovups	-64(%r0), %zmm2
	vbroadcastss	15104(%r1,%r2,4), %zmm3
	vmovups	(%r0), %zmm4
	vfmadd231ps	%zmm0, %zmm3, %zmm5
	vfmadd231ps	%zmm1, %zmm3, %zmm6
	vfmadd231ps	%zmm2, %zmm3, %zmm7
	vfmadd231ps	%zmm3, %zmm4, %zmm8
	vbroadcastss	15360(%r1,%r2,4), %zmm3
	vfmadd231ps	%zmm0, %zmm3, %zmm9
	vfmadd231ps	%zmm1, %zmm3, %zmm10
	vfmadd231ps	%zmm2, %zmm3, %zmm11
	vbroadcastss	15616(%r1,%r2,4), %zmm12
	vfmadd231ps	%zmm3, %zmm4, %zmm13
	vfmadd231ps	%zmm0, %zmm12, %zmm14
	vfmadd231ps	%zmm1, %zmm12, %zmm15
	vfmadd231ps	%zmm2, %zmm12, %zmm16
	vfmadd231ps	%zmm12, %zmm4, %zmm17
	vbroadcastss	15872(%r1,%r2,4), %zmm3
	vfmadd231ps	%zmm0, %zmm3, %zmm18
	vfmadd231ps	%zmm1, %zmm3, %zmm19
	vfmadd231ps	%zmm2, %zmm3, %zmm20
	vbroadcastss	16128(%r1,%r2,4), %zmm12
	vfmadd231ps	%zmm3, %zmm4, %zmm21
	vfmadd231ps	%zmm0, %zmm12, %zmm22
	vfmadd231ps	%zmm1, %zmm12, %zmm23
	vfmadd231ps	%zmm2, %zmm12, %zmm24
	vfmadd231ps	%zmm4, %zmm12, %zmm25
	incq	%r2
	addq	$256, %r0
	cmpq	%r2, %r3
	jne	.L4
