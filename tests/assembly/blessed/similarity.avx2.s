.L1:
	vmovups	(%rdi,%rax), %ymm8
	vmovups	32(%rdi,%rax), %ymm9
	vmovups	64(%rdi,%rax), %ymm10
	vmovups	96(%rdi,%rax), %ymm11
	vfmadd231ps	(%rsi,%rax), %ymm8, %ymm5
	vfmadd231ps	32(%rsi,%rax), %ymm9, %ymm7
	vfmadd231ps	64(%rsi,%rax), %ymm10, %ymm4
	vfmadd231ps	96(%rsi,%rax), %ymm11, %ymm6
	vmovups	128(%rdi,%rax), %ymm8
	vfmadd231ps	128(%rsi,%rax), %ymm8, %ymm2
	vmovups	160(%rdi,%rax), %ymm8
	vfmadd231ps	160(%rsi,%rax), %ymm8, %ymm3
	vmovups	192(%rdi,%rax), %ymm8
	vfmadd231ps	192(%rsi,%rax), %ymm8, %ymm1
	vmovups	224(%rdi,%rax), %ymm8
	vfmadd231ps	224(%rsi,%rax), %ymm8, %ymm0
	addq	$256, %rax
	cmpq	$4096, %rax
	jne	.L1
