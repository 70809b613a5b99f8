.L2:
	vmovups	(%rcx,%r11), %ymm4
	vmovups	32(%rcx,%r11), %ymm10
	vmovups	64(%rcx,%r11), %ymm11
	vmovups	96(%rcx,%r11), %ymm12
	vfmadd231ps	-864(%r8,%r11), %ymm4, %ymm1
	vfmadd231ps	-608(%r8,%r11), %ymm4, %ymm3
	vfmadd231ps	-352(%r8,%r11), %ymm4, %ymm6
	vfmadd231ps	-96(%r8,%r11), %ymm4, %ymm8
	vfmadd231ps	-832(%r8,%r11), %ymm10, %ymm2
	vfmadd231ps	-576(%r8,%r11), %ymm10, %ymm5
	vfmadd231ps	-320(%r8,%r11), %ymm10, %ymm7
	vfmadd231ps	-64(%r8,%r11), %ymm10, %ymm9
	vfmadd231ps	-800(%r8,%r11), %ymm11, %ymm1
	vfmadd231ps	-544(%r8,%r11), %ymm11, %ymm3
	vfmadd231ps	-288(%r8,%r11), %ymm11, %ymm6
	vfmadd231ps	-32(%r8,%r11), %ymm11, %ymm8
	vfmadd231ps	-768(%r8,%r11), %ymm12, %ymm2
	vfmadd231ps	-512(%r8,%r11), %ymm12, %ymm5
	vfmadd231ps	-256(%r8,%r11), %ymm12, %ymm7
	vfmadd231ps	(%r8,%r11), %ymm12, %ymm9
	subq	$-128, %r11
	decq	%rbx
	jne	.L2

.L3:
	vmovups	(%rcx,%r11), %ymm13
	vmovups	32(%rcx,%r11), %ymm14
	vmovups	64(%rcx,%r11), %ymm15
	vmovups	96(%rcx,%r11), %ymm0
	vfmadd231ps	-864(%rsi,%r11), %ymm13, %ymm5
	vfmadd231ps	-608(%rsi,%r11), %ymm13, %ymm7
	vfmadd231ps	-352(%rsi,%r11), %ymm13, %ymm9
	vfmadd231ps	-96(%rsi,%r11), %ymm13, %ymm11
	vfmadd231ps	-832(%rsi,%r11), %ymm14, %ymm6
	vfmadd231ps	-576(%rsi,%r11), %ymm14, %ymm8
	vfmadd231ps	-320(%rsi,%r11), %ymm14, %ymm10
	vfmadd231ps	-64(%rsi,%r11), %ymm14, %ymm12
	vfmadd231ps	-800(%rsi,%r11), %ymm15, %ymm5
	vfmadd231ps	-544(%rsi,%r11), %ymm15, %ymm7
	vfmadd231ps	-288(%rsi,%r11), %ymm15, %ymm9
	vfmadd231ps	-32(%rsi,%r11), %ymm15, %ymm11
	vfmadd231ps	-768(%rsi,%r11), %ymm0, %ymm6
	vfmadd231ps	-512(%rsi,%r11), %ymm0, %ymm8
	vfmadd231ps	-256(%rsi,%r11), %ymm0, %ymm10
	vfmadd231ps	(%rsi,%r11), %ymm0, %ymm12
	subq	$-128, %r11
	decq	%rbx
	jne	.L3
