.L3:
	vmovups	-32(%r14), %ymm12
	vmovups	(%r14), %ymm13
	vbroadcastss	-1024(%r9,%rbx), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vfmadd231ps	%ymm14, %ymm13, %ymm10
	vbroadcastss	-768(%r9,%rbx), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vfmadd231ps	%ymm14, %ymm13, %ymm0
	vbroadcastss	-512(%r9,%rbx), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	-256(%r9,%rbx), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%r9,%rbx), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	256(%r9,%rbx), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm13, %ymm14, %ymm9
	addq	$256, %r14
	addq	$4, %rbx
	jne	.L3

.L4:
	vmovups	-32(%rsi,%r10,4), %ymm8
	vmovups	(%rsi,%r10,4), %ymm9
	vbroadcastss	-768(%r9), %ymm10
	vfmadd231ps	%ymm8, %ymm10, %ymm7
	vfmadd231ps	%ymm10, %ymm9, %ymm6
	vbroadcastss	-512(%r9), %ymm10
	vfmadd231ps	%ymm8, %ymm10, %ymm5
	vfmadd231ps	%ymm10, %ymm9, %ymm4
	vbroadcastss	-256(%r9), %ymm10
	vfmadd231ps	%ymm8, %ymm10, %ymm3
	vfmadd231ps	%ymm10, %ymm9, %ymm2
	vbroadcastss	(%r9), %ymm10
	vfmadd231ps	%ymm8, %ymm10, %ymm1
	vfmadd231ps	%ymm9, %ymm10, %ymm0
	addq	$64, %r10
	addq	$4, %r9
	cmpq	$4096, %r10
	jne	.L4
