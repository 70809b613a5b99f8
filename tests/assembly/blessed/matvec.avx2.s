.L2:
	vmovups	(%rcx,%r10), %ymm0
	vmovups	64(%rcx,%r10), %ymm1
	vfmadd231ps	-1856(%r8,%r10), %ymm0, %ymm2
	vfmadd231ps	-1600(%r8,%r10), %ymm0, %ymm9
	vfmadd231ps	-1344(%r8,%r10), %ymm0, %ymm3
	vfmadd231ps	-1088(%r8,%r10), %ymm0, %ymm5
	vfmadd231ps	-832(%r8,%r10), %ymm0, %ymm6
	vfmadd231ps	-576(%r8,%r10), %ymm0, %ymm7
	vfmadd231ps	-320(%r8,%r10), %ymm0, %ymm8
	vfmadd231ps	-64(%r8,%r10), %ymm0, %ymm4
	vfmadd231ps	-1792(%r8,%r10), %ymm1, %ymm2
	vfmadd231ps	-1536(%r8,%r10), %ymm1, %ymm9
	vfmadd231ps	-1280(%r8,%r10), %ymm1, %ymm3
	vfmadd231ps	-1024(%r8,%r10), %ymm1, %ymm5
	vfmadd231ps	-768(%r8,%r10), %ymm1, %ymm6
	vfmadd231ps	-512(%r8,%r10), %ymm1, %ymm7
	vfmadd231ps	-256(%r8,%r10), %ymm1, %ymm8
	vfmadd231ps	(%r8,%r10), %ymm1, %ymm4
	subq	$-128, %r10
	decq	%r11
	jne	.L2

.L3:
	vmovups	32(%rcx,%r10), %ymm1
	vmovups	96(%rcx,%r10), %ymm2
	vfmadd231ps	-1856(%rsi,%r10), %ymm1, %ymm9
	vfmadd231ps	-1600(%rsi,%r10), %ymm1, %ymm10
	vfmadd231ps	-1344(%rsi,%r10), %ymm1, %ymm11
	vfmadd231ps	-1088(%rsi,%r10), %ymm1, %ymm13
	vfmadd231ps	-832(%rsi,%r10), %ymm1, %ymm14
	vfmadd231ps	-576(%rsi,%r10), %ymm1, %ymm15
	vfmadd231ps	-320(%rsi,%r10), %ymm1, %ymm0
	vfmadd231ps	-64(%rsi,%r10), %ymm1, %ymm12
	vfmadd231ps	-1792(%rsi,%r10), %ymm2, %ymm9
	vfmadd231ps	-1536(%rsi,%r10), %ymm2, %ymm10
	vfmadd231ps	-1280(%rsi,%r10), %ymm2, %ymm11
	vfmadd231ps	-1024(%rsi,%r10), %ymm2, %ymm13
	vfmadd231ps	-768(%rsi,%r10), %ymm2, %ymm14
	vfmadd231ps	-512(%rsi,%r10), %ymm2, %ymm15
	vfmadd231ps	-256(%rsi,%r10), %ymm2, %ymm0
	vfmadd231ps	(%rsi,%r10), %ymm2, %ymm12
	subq	$-128, %r10
	decq	%r11
	jne	.L3
