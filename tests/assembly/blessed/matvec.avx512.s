.L1:
	vmovups	-3776(%r0), %zmm0
	vfmadd132ps	%zmm1, %zmm2, %zmm0
	vmovups	-3520(%r0), %zmm3
	vfmadd132ps	%zmm1, %zmm2, %zmm3
	vmovups	-3264(%r0), %zmm4
	vfmadd132ps	%zmm1, %zmm2, %zmm4
	vmovups	-3008(%r0), %zmm5
	vfmadd132ps	%zmm1, %zmm2, %zmm5
	vmovups	-2752(%r0), %zmm6
	vfmadd132ps	%zmm1, %zmm2, %zmm6
	vmovups	-2496(%r0), %zmm7
	vfmadd132ps	%zmm1, %zmm2, %zmm7
	vmovups	-2240(%r0), %zmm8
	vfmadd132ps	%zmm1, %zmm2, %zmm8
	vfmadd231ps	-3712(%r0), %zmm9, %zmm0
	vfmadd231ps	-3456(%r0), %zmm9, %zmm3
	vfmadd231ps	-3200(%r0), %zmm9, %zmm4
	vfmadd231ps	-2944(%r0), %zmm9, %zmm5
	vfmadd231ps	-2688(%r0), %zmm9, %zmm6
	vfmadd231ps	-2432(%r0), %zmm9, %zmm7
	vfmadd231ps	-2176(%r0), %zmm9, %zmm8
	vmovups	-4032(%r0), %zmm10
	vfmadd132ps	%zmm1, %zmm2, %zmm10
	vfmadd231ps	-3968(%r0), %zmm9, %zmm10
	vmovups	-1984(%r0), %zmm11
	vfmadd132ps	%zmm1, %zmm2, %zmm11
	vmovups	-1728(%r0), %zmm12
	vfmadd132ps	%zmm1, %zmm2, %zmm12
	vmovups	-1472(%r0), %zmm13
	vfmadd132ps	%zmm1, %zmm2, %zmm13
	vmovups	-1216(%r0), %zmm14
	vfmadd132ps	%zmm1, %zmm2, %zmm14
	vmovups	-960(%r0), %zmm15
	vfmadd132ps	%zmm1, %zmm2, %zmm15
	vmovups	-704(%r0), %zmm16
	vfmadd132ps	%zmm1, %zmm2, %zmm16
	vmovups	-448(%r0), %zmm17
	vfmadd132ps	%zmm1, %zmm2, %zmm17
	vmovups	-192(%r0), %zmm18
	vfmadd132ps	%zmm1, %zmm2, %zmm18
	vfmadd231ps	-1920(%r0), %zmm9, %zmm11
	vfmadd231ps	-3648(%r0), %zmm19, %zmm0
	vfmadd231ps	-1664(%r0), %zmm9, %zmm12
	vfmadd231ps	-3392(%r0), %zmm19, %zmm3
	vfmadd231ps	-1408(%r0), %zmm9, %zmm13
	vfmadd231ps	-3136(%r0), %zmm19, %zmm4
	vfmadd231ps	-1152(%r0), %zmm9, %zmm14
	vfmadd231ps	-2880(%r0), %zmm19, %zmm5
	vfmadd231ps	-896(%r0), %zmm9, %zmm15
	vfmadd231ps	-2624(%r0), %zmm19, %zmm6
	vfmadd231ps	-640(%r0), %zmm9, %zmm16
	vfmadd231ps	-2368(%r0), %zmm19, %zmm7
	vfmadd231ps	-384(%r0), %zmm9, %zmm17
	vfmadd231ps	-2112(%r0), %zmm19, %zmm8
	vfmadd231ps	-128(%r0), %zmm9, %zmm18
	vfmadd231ps	-3904(%r0), %zmm19, %zmm10
	vfmadd231ps	-1856(%r0), %zmm19, %zmm11
	vfmadd231ps	-3584(%r0), %zmm20, %zmm0
	vfmadd231ps	-1600(%r0), %zmm19, %zmm12
	vfmadd231ps	-3328(%r0), %zmm20, %zmm3
	vfmadd231ps	-1344(%r0), %zmm19, %zmm13
	vfmadd231ps	-3072(%r0), %zmm20, %zmm4
	vfmadd231ps	-1088(%r0), %zmm19, %zmm14
	vfmadd231ps	-2816(%r0), %zmm20, %zmm5
	vfmadd231ps	-832(%r0), %zmm19, %zmm15
	vfmadd231ps	-2560(%r0), %zmm20, %zmm6
	vfmadd231ps	-576(%r0), %zmm19, %zmm16
	vfmadd231ps	-2304(%r0), %zmm20, %zmm7
	vfmadd231ps	-320(%r0), %zmm19, %zmm17
	vfmadd231ps	-2048(%r0), %zmm20, %zmm8
	vfmadd231ps	-64(%r0), %zmm19, %zmm18
	vfmadd231ps	-3840(%r0), %zmm20, %zmm10
	vfmadd231ps	-1792(%r0), %zmm20, %zmm11
	vfmadd231ps	-1536(%r0), %zmm20, %zmm12
	vfmadd231ps	-1280(%r0), %zmm20, %zmm13
	vfmadd231ps	-1024(%r0), %zmm20, %zmm14
	vfmadd231ps	-768(%r0), %zmm20, %zmm15
	vfmadd231ps	-512(%r0), %zmm20, %zmm16
	vfmadd231ps	-256(%r0), %zmm20, %zmm17
	vfmadd231ps	(%r0), %zmm20, %zmm18
	vinsertf64x4	$1, %ymm7, %zmm3, %zmm21
	vshuff64x2	$238, %zmm7, %zmm3, %zmm3
	vinsertf64x4	$1, %ymm17, %zmm13, %zmm7
	vaddps	%zmm3, %zmm21, %zmm3
	vshuff64x2	$238, %zmm17, %zmm13, %zmm13
	vaddps	%zmm13, %zmm7, %zmm7
	vinsertf64x4	$1, %ymm6, %zmm0, %zmm13
	vshuff64x2	$136, %zmm7, %zmm3, %zmm17
	vshuff64x2	$238, %zmm6, %zmm0, %zmm0
	vaddps	%zmm0, %zmm13, %zmm0
	vinsertf64x4	$1, %ymm16, %zmm12, %zmm6
	vshuff64x2	$221, %zmm7, %zmm3, %zmm3
	vshuff64x2	$238, %zmm16, %zmm12, %zmm7
	vaddps	%zmm7, %zmm6, %zmm6
	vinsertf64x4	$1, %ymm5, %zmm10, %zmm7
	vshuff64x2	$136, %zmm6, %zmm0, %zmm12
	vshuff64x2	$238, %zmm5, %zmm10, %zmm5
	vaddps	%zmm5, %zmm7, %zmm5
	vinsertf64x4	$1, %ymm15, %zmm11, %zmm7
	vshuff64x2	$221, %zmm6, %zmm0, %zmm0
	vshuff64x2	$238, %zmm15, %zmm11, %zmm6
	vaddps	%zmm6, %zmm7, %zmm6
	vshuff64x2	$136, %zmm6, %zmm5, %zmm7
	vaddps	%zmm3, %zmm17, %zmm3
	vshuff64x2	$221, %zmm6, %zmm5, %zmm5
	vinsertf64x4	$1, %ymm8, %zmm4, %zmm6
	vshuff64x2	$238, %zmm8, %zmm4, %zmm4
	vaddps	%zmm0, %zmm12, %zmm8
	vaddps	%zmm4, %zmm6, %zmm4
	vinsertf64x4	$1, %ymm18, %zmm14, %zmm0
	vshuff64x2	$238, %zmm18, %zmm14, %zmm6
	vaddps	%zmm5, %zmm7, %zmm5
	vaddps	%zmm6, %zmm0, %zmm0
	vshuff64x2	$136, %zmm0, %zmm4, %zmm6
	vshuff64x2	$221, %zmm0, %zmm4, %zmm4
	vaddps	%zmm4, %zmm6, %zmm4
	vunpcklpd	%zmm8, %zmm5, %zmm0
	vunpckhpd	%zmm8, %zmm5, %zmm8
	vunpcklpd	%zmm4, %zmm3, %zmm5
	vaddps	%zmm8, %zmm0, %zmm8
	vunpckhpd	%zmm4, %zmm3, %zmm4
	vaddps	%zmm4, %zmm5, %zmm4
	vshufps	$136, %zmm4, %zmm8, %zmm5
	vshufps	$221, %zmm4, %zmm8, %zmm4
	vaddps	%zmm4, %zmm5, %zmm4
	vaddps	(%r1,%r2), %zmm4, %zmm4
	vmaxps	%zmm4, %zmm2, %zmm4
	vmovups	%zmm4, (%r3,%r2)
	addq	$4096, %r0
	addq	$64, %r2
	cmpq	$512, %r2
	jne	.L1
