	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	(%rdi), %zmm1
	vmovups	64(%rdi), %zmm2
	vmovups	128(%rdi), %zmm3
	vmovups	192(%rdi), %zmm4
	vfmadd132ps	(%rsi), %zmm0, %zmm1
	vfmadd132ps	64(%rsi), %zmm0, %zmm2
	vfmadd132ps	128(%rsi), %zmm0, %zmm3
	vfmadd132ps	192(%rsi), %zmm0, %zmm4
	vmovups	256(%rdi), %zmm0
	vfmadd132ps	256(%rsi), %zmm1, %zmm0
	vmovups	320(%rdi), %zmm1
	vfmadd132ps	320(%rsi), %zmm2, %zmm1
	vmovups	384(%rdi), %zmm2
	vfmadd132ps	384(%rsi), %zmm3, %zmm2
	vmovups	448(%rdi), %zmm3
	vfmadd132ps	448(%rsi), %zmm4, %zmm3
	vmovups	512(%rdi), %zmm4
	vfmadd132ps	512(%rsi), %zmm0, %zmm4
	vmovups	576(%rdi), %zmm0
	vfmadd132ps	576(%rsi), %zmm1, %zmm0
	vmovups	640(%rdi), %zmm1
	vfmadd132ps	640(%rsi), %zmm2, %zmm1
	vmovups	704(%rdi), %zmm2
	vfmadd132ps	704(%rsi), %zmm3, %zmm2
	vmovups	768(%rdi), %zmm3
	vfmadd132ps	768(%rsi), %zmm4, %zmm3
	vmovups	832(%rdi), %zmm4
	vfmadd132ps	832(%rsi), %zmm0, %zmm4
	vmovups	896(%rdi), %zmm0
	vfmadd132ps	896(%rsi), %zmm1, %zmm0
	vmovups	960(%rdi), %zmm1
	vfmadd132ps	960(%rsi), %zmm2, %zmm1
	vmovups	1024(%rdi), %zmm2
	vfmadd132ps	1024(%rsi), %zmm3, %zmm2
	vmovups	1088(%rdi), %zmm3
	vfmadd132ps	1088(%rsi), %zmm4, %zmm3
	vmovups	1152(%rdi), %zmm4
	vfmadd132ps	1152(%rsi), %zmm0, %zmm4
	vmovups	1216(%rdi), %zmm0
	vfmadd132ps	1216(%rsi), %zmm1, %zmm0
	vmovups	1280(%rdi), %zmm1
	vfmadd132ps	1280(%rsi), %zmm2, %zmm1
	vmovups	1344(%rdi), %zmm2
	vfmadd132ps	1344(%rsi), %zmm3, %zmm2
	vmovups	1408(%rdi), %zmm3
	vfmadd132ps	1408(%rsi), %zmm4, %zmm3
	vmovups	1472(%rdi), %zmm4
	vfmadd132ps	1472(%rsi), %zmm0, %zmm4
	vmovups	1536(%rdi), %zmm0
	vfmadd132ps	1536(%rsi), %zmm1, %zmm0
	vmovups	1600(%rdi), %zmm1
	vfmadd132ps	1600(%rsi), %zmm2, %zmm1
	vmovups	1664(%rdi), %zmm2
	vfmadd132ps	1664(%rsi), %zmm3, %zmm2
	vmovups	1728(%rdi), %zmm3
	vfmadd132ps	1728(%rsi), %zmm4, %zmm3
	vmovups	1792(%rdi), %zmm4
	vfmadd132ps	1792(%rsi), %zmm0, %zmm4
	vmovups	1856(%rdi), %zmm0
	vfmadd132ps	1856(%rsi), %zmm1, %zmm0
	vmovups	1920(%rdi), %zmm1
	vfmadd132ps	1920(%rsi), %zmm2, %zmm1
	vmovups	1984(%rdi), %zmm2
	vfmadd132ps	1984(%rsi), %zmm3, %zmm2
	vmovups	2048(%rdi), %zmm3
	vfmadd132ps	2048(%rsi), %zmm4, %zmm3
	vmovups	2112(%rdi), %zmm4
	vfmadd132ps	2112(%rsi), %zmm0, %zmm4
	vmovups	2176(%rdi), %zmm0
	vfmadd132ps	2176(%rsi), %zmm1, %zmm0
	vmovups	2240(%rdi), %zmm1
	vfmadd132ps	2240(%rsi), %zmm2, %zmm1
	vmovups	2304(%rdi), %zmm2
	vfmadd132ps	2304(%rsi), %zmm3, %zmm2
	vmovups	2368(%rdi), %zmm3
	vfmadd132ps	2368(%rsi), %zmm4, %zmm3
	vmovups	2432(%rdi), %zmm4
	vfmadd132ps	2432(%rsi), %zmm0, %zmm4
	vmovups	2496(%rdi), %zmm0
	vfmadd132ps	2496(%rsi), %zmm1, %zmm0
	vmovups	2560(%rdi), %zmm1
	vfmadd132ps	2560(%rsi), %zmm2, %zmm1
	vmovups	2624(%rdi), %zmm2
	vfmadd132ps	2624(%rsi), %zmm3, %zmm2
	vmovups	2688(%rdi), %zmm3
	vfmadd132ps	2688(%rsi), %zmm4, %zmm3
	vmovups	2752(%rdi), %zmm4
	vfmadd132ps	2752(%rsi), %zmm0, %zmm4
	vmovups	2816(%rdi), %zmm0
	vfmadd132ps	2816(%rsi), %zmm1, %zmm0
	vmovups	2880(%rdi), %zmm1
	vfmadd132ps	2880(%rsi), %zmm2, %zmm1
	vmovups	2944(%rdi), %zmm2
	vfmadd132ps	2944(%rsi), %zmm3, %zmm2
	vmovups	3008(%rdi), %zmm3
	vfmadd132ps	3008(%rsi), %zmm4, %zmm3
	vmovups	3072(%rdi), %zmm4
	vfmadd132ps	3072(%rsi), %zmm0, %zmm4
	vmovups	3136(%rdi), %zmm0
	vfmadd132ps	3136(%rsi), %zmm1, %zmm0
	vmovups	3200(%rdi), %zmm1
	vfmadd132ps	3200(%rsi), %zmm2, %zmm1
	vmovups	3264(%rdi), %zmm2
	vfmadd132ps	3264(%rsi), %zmm3, %zmm2
	vmovups	3328(%rdi), %zmm3
	vfmadd132ps	3328(%rsi), %zmm4, %zmm3
	vmovups	3392(%rdi), %zmm4
	vfmadd132ps	3392(%rsi), %zmm0, %zmm4
	vmovups	3456(%rdi), %zmm0
	vfmadd132ps	3456(%rsi), %zmm1, %zmm0
	vmovups	3520(%rdi), %zmm1
	vfmadd132ps	3520(%rsi), %zmm2, %zmm1
	vmovups	3584(%rdi), %zmm2
	vfmadd132ps	3584(%rsi), %zmm3, %zmm2
	vmovups	3648(%rdi), %zmm3
	vfmadd132ps	3648(%rsi), %zmm4, %zmm3
	vmovups	3712(%rdi), %zmm4
	vfmadd132ps	3712(%rsi), %zmm0, %zmm4
	vmovups	3776(%rdi), %zmm0
	vfmadd132ps	3776(%rsi), %zmm1, %zmm0
	vmovups	3840(%rdi), %zmm1
	vfmadd132ps	3840(%rsi), %zmm2, %zmm1
	vmovups	3904(%rdi), %zmm2
	vfmadd132ps	3904(%rsi), %zmm3, %zmm2
	vmovups	3968(%rdi), %zmm3
	vfmadd132ps	3968(%rsi), %zmm4, %zmm3
	vmovups	4032(%rdi), %zmm4
	vfmadd132ps	4032(%rsi), %zmm0, %zmm4
	vaddps	%zmm1, %zmm3, %zmm0
	vaddps	%zmm2, %zmm4, %zmm1
	vaddps	%zmm0, %zmm1, %zmm0
	vextractf64x4	$1, %zmm0, %ymm1
	vaddps	%zmm1, %zmm0, %zmm0
	vextractf128	$1, %ymm0, %xmm1
	vaddps	%xmm1, %xmm0, %xmm0
	vshufpd	$1, %xmm0, %xmm0, %xmm1
	vaddps	%xmm1, %xmm0, %xmm0
	vmovshdup	%xmm0, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vzeroupper
	retq
