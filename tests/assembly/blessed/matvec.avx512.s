.L1:
	vmovups	-3776(%rsi), %zmm8
	vfmadd132ps	%zmm0, %zmm4, %zmm8
	vmovups	-3520(%rsi), %zmm10
	vfmadd132ps	%zmm0, %zmm4, %zmm10
	vmovups	-3264(%rsi), %zmm5
	vfmadd132ps	%zmm0, %zmm4, %zmm5
	vmovups	-3008(%rsi), %zmm7
	vfmadd132ps	%zmm0, %zmm4, %zmm7
	vmovups	-2752(%rsi), %zmm9
	vfmadd132ps	%zmm0, %zmm4, %zmm9
	vmovups	-2496(%rsi), %zmm11
	vfmadd132ps	%zmm0, %zmm4, %zmm11
	vmovups	-2240(%rsi), %zmm6
	vfmadd132ps	%zmm0, %zmm4, %zmm6
	vfmadd231ps	-3712(%rsi), %zmm1, %zmm8
	vfmadd231ps	-3456(%rsi), %zmm1, %zmm10
	vfmadd231ps	-3200(%rsi), %zmm1, %zmm5
	vfmadd231ps	-2944(%rsi), %zmm1, %zmm7
	vfmadd231ps	-2688(%rsi), %zmm1, %zmm9
	vfmadd231ps	-2432(%rsi), %zmm1, %zmm11
	vfmadd231ps	-2176(%rsi), %zmm1, %zmm6
	vmovups	-4032(%rsi), %zmm12
	vfmadd132ps	%zmm0, %zmm4, %zmm12
	vfmadd231ps	-3968(%rsi), %zmm1, %zmm12
	vmovups	-1984(%rsi), %zmm14
	vfmadd132ps	%zmm0, %zmm4, %zmm14
	vmovups	-1728(%rsi), %zmm17
	vfmadd132ps	%zmm0, %zmm4, %zmm17
	vmovups	-1472(%rsi), %zmm19
	vfmadd132ps	%zmm0, %zmm4, %zmm19
	vmovups	-1216(%rsi), %zmm13
	vfmadd132ps	%zmm0, %zmm4, %zmm13
	vmovups	-960(%rsi), %zmm16
	vfmadd132ps	%zmm0, %zmm4, %zmm16
	vmovups	-704(%rsi), %zmm18
	vfmadd132ps	%zmm0, %zmm4, %zmm18
	vmovups	-448(%rsi), %zmm20
	vfmadd132ps	%zmm0, %zmm4, %zmm20
	vmovups	-192(%rsi), %zmm15
	vfmadd132ps	%zmm0, %zmm4, %zmm15
	vfmadd231ps	-1920(%rsi), %zmm1, %zmm14
	vfmadd231ps	-3648(%rsi), %zmm2, %zmm8
	vfmadd231ps	-1664(%rsi), %zmm1, %zmm17
	vfmadd231ps	-3392(%rsi), %zmm2, %zmm10
	vfmadd231ps	-1408(%rsi), %zmm1, %zmm19
	vfmadd231ps	-3136(%rsi), %zmm2, %zmm5
	vfmadd231ps	-1152(%rsi), %zmm1, %zmm13
	vfmadd231ps	-2880(%rsi), %zmm2, %zmm7
	vfmadd231ps	-896(%rsi), %zmm1, %zmm16
	vfmadd231ps	-2624(%rsi), %zmm2, %zmm9
	vfmadd231ps	-640(%rsi), %zmm1, %zmm18
	vfmadd231ps	-2368(%rsi), %zmm2, %zmm11
	vfmadd231ps	-384(%rsi), %zmm1, %zmm20
	vfmadd231ps	-2112(%rsi), %zmm2, %zmm6
	vfmadd231ps	-128(%rsi), %zmm1, %zmm15
	vfmadd231ps	-3904(%rsi), %zmm2, %zmm12
	vfmadd231ps	-1856(%rsi), %zmm2, %zmm14
	vfmadd231ps	-3584(%rsi), %zmm3, %zmm8
	vfmadd231ps	-1600(%rsi), %zmm2, %zmm17
	vfmadd231ps	-3328(%rsi), %zmm3, %zmm10
	vfmadd231ps	-1344(%rsi), %zmm2, %zmm19
	vfmadd231ps	-3072(%rsi), %zmm3, %zmm5
	vfmadd231ps	-1088(%rsi), %zmm2, %zmm13
	vfmadd231ps	-2816(%rsi), %zmm3, %zmm7
	vfmadd231ps	-832(%rsi), %zmm2, %zmm16
	vfmadd231ps	-2560(%rsi), %zmm3, %zmm9
	vfmadd231ps	-576(%rsi), %zmm2, %zmm18
	vfmadd231ps	-2304(%rsi), %zmm3, %zmm11
	vfmadd231ps	-320(%rsi), %zmm2, %zmm20
	vfmadd231ps	-2048(%rsi), %zmm3, %zmm6
	vfmadd231ps	-64(%rsi), %zmm2, %zmm15
	vfmadd231ps	-3840(%rsi), %zmm3, %zmm12
	vfmadd231ps	-1792(%rsi), %zmm3, %zmm14
	vfmadd231ps	-1536(%rsi), %zmm3, %zmm17
	vfmadd231ps	-1280(%rsi), %zmm3, %zmm19
	vfmadd231ps	-1024(%rsi), %zmm3, %zmm13
	vfmadd231ps	-768(%rsi), %zmm3, %zmm16
	vfmadd231ps	-512(%rsi), %zmm3, %zmm18
	vfmadd231ps	-256(%rsi), %zmm3, %zmm20
	vfmadd231ps	(%rsi), %zmm3, %zmm15
	vinsertf64x4	$1, %ymm11, %zmm10, %zmm21
	vshuff64x2	$238, %zmm11, %zmm10, %zmm10
	vinsertf64x4	$1, %ymm20, %zmm19, %zmm11
	vaddps	%zmm10, %zmm21, %zmm10
	vshuff64x2	$238, %zmm20, %zmm19, %zmm19
	vaddps	%zmm19, %zmm11, %zmm11
	vinsertf64x4	$1, %ymm9, %zmm8, %zmm19
	vshuff64x2	$136, %zmm11, %zmm10, %zmm20
	vshuff64x2	$238, %zmm9, %zmm8, %zmm8
	vaddps	%zmm8, %zmm19, %zmm8
	vinsertf64x4	$1, %ymm18, %zmm17, %zmm9
	vshuff64x2	$221, %zmm11, %zmm10, %zmm10
	vshuff64x2	$238, %zmm18, %zmm17, %zmm11
	vaddps	%zmm11, %zmm9, %zmm9
	vinsertf64x4	$1, %ymm7, %zmm12, %zmm11
	vshuff64x2	$136, %zmm9, %zmm8, %zmm17
	vshuff64x2	$238, %zmm7, %zmm12, %zmm7
	vaddps	%zmm7, %zmm11, %zmm7
	vinsertf64x4	$1, %ymm16, %zmm14, %zmm11
	vshuff64x2	$221, %zmm9, %zmm8, %zmm8
	vshuff64x2	$238, %zmm16, %zmm14, %zmm9
	vaddps	%zmm9, %zmm11, %zmm9
	vshuff64x2	$136, %zmm9, %zmm7, %zmm11
	vaddps	%zmm10, %zmm20, %zmm10
	vshuff64x2	$221, %zmm9, %zmm7, %zmm7
	vinsertf64x4	$1, %ymm6, %zmm5, %zmm9
	vshuff64x2	$238, %zmm6, %zmm5, %zmm5
	vaddps	%zmm8, %zmm17, %zmm6
	vaddps	%zmm5, %zmm9, %zmm5
	vinsertf64x4	$1, %ymm15, %zmm13, %zmm8
	vshuff64x2	$238, %zmm15, %zmm13, %zmm9
	vaddps	%zmm7, %zmm11, %zmm7
	vaddps	%zmm9, %zmm8, %zmm8
	vshuff64x2	$136, %zmm8, %zmm5, %zmm9
	vshuff64x2	$221, %zmm8, %zmm5, %zmm5
	vaddps	%zmm5, %zmm9, %zmm5
	vunpcklpd	%zmm6, %zmm7, %zmm8
	vunpckhpd	%zmm6, %zmm7, %zmm6
	vunpcklpd	%zmm5, %zmm10, %zmm7
	vaddps	%zmm6, %zmm8, %zmm6
	vunpckhpd	%zmm5, %zmm10, %zmm5
	vaddps	%zmm5, %zmm7, %zmm5
	vshufps	$136, %zmm5, %zmm6, %zmm7
	vshufps	$221, %zmm5, %zmm6, %zmm5
	vaddps	%zmm5, %zmm7, %zmm5
	vaddps	(%rdx,%rax), %zmm5, %zmm5
	vmaxps	%zmm5, %zmm4, %zmm5
	vmovups	%zmm5, (%rdi,%rax)
	addq	$4096, %rsi
	addq	$64, %rax
	cmpq	$512, %rax
	jne	.L1
