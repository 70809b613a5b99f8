	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	(%r0), %zmm1
	vmovups	64(%r0), %zmm2
	vmovups	128(%r0), %zmm3
	vmovups	192(%r0), %zmm4
	vfmadd132ps	(%r1), %zmm0, %zmm1
	vfmadd132ps	64(%r1), %zmm0, %zmm2
	vfmadd132ps	128(%r1), %zmm0, %zmm3
	vfmadd132ps	192(%r1), %zmm0, %zmm4
	vmovups	256(%r0), %zmm0
	vfmadd132ps	256(%r1), %zmm1, %zmm0
	vmovups	320(%r0), %zmm1
	vfmadd132ps	320(%r1), %zmm2, %zmm1
	vmovups	384(%r0), %zmm2
	vfmadd132ps	384(%r1), %zmm3, %zmm2
	vmovups	448(%r0), %zmm3
	vfmadd132ps	448(%r1), %zmm4, %zmm3
	vmovups	512(%r0), %zmm4
	vfmadd132ps	512(%r1), %zmm0, %zmm4
	vmovups	576(%r0), %zmm0
	vfmadd132ps	576(%r1), %zmm1, %zmm0
	vmovups	640(%r0), %zmm1
	vfmadd132ps	640(%r1), %zmm2, %zmm1
	vmovups	704(%r0), %zmm2
	vfmadd132ps	704(%r1), %zmm3, %zmm2
	vmovups	768(%r0), %zmm3
	vfmadd132ps	768(%r1), %zmm4, %zmm3
	vmovups	832(%r0), %zmm4
	vfmadd132ps	832(%r1), %zmm0, %zmm4
	vmovups	896(%r0), %zmm0
	vfmadd132ps	896(%r1), %zmm1, %zmm0
	vmovups	960(%r0), %zmm1
	vfmadd132ps	960(%r1), %zmm2, %zmm1
	vmovups	1024(%r0), %zmm2
	vfmadd132ps	1024(%r1), %zmm3, %zmm2
	vmovups	1088(%r0), %zmm3
	vfmadd132ps	1088(%r1), %zmm4, %zmm3
	vmovups	1152(%r0), %zmm4
	vfmadd132ps	1152(%r1), %zmm0, %zmm4
	vmovups	1216(%r0), %zmm0
	vfmadd132ps	1216(%r1), %zmm1, %zmm0
	vmovups	1280(%r0), %zmm1
	vfmadd132ps	1280(%r1), %zmm2, %zmm1
	vmovups	1344(%r0), %zmm2
	vfmadd132ps	1344(%r1), %zmm3, %zmm2
	vmovups	1408(%r0), %zmm3
	vfmadd132ps	1408(%r1), %zmm4, %zmm3
	vmovups	1472(%r0), %zmm4
	vfmadd132ps	1472(%r1), %zmm0, %zmm4
	vmovups	1536(%r0), %zmm0
	vfmadd132ps	1536(%r1), %zmm1, %zmm0
	vmovups	1600(%r0), %zmm1
	vfmadd132ps	1600(%r1), %zmm2, %zmm1
	vmovups	1664(%r0), %zmm2
	vfmadd132ps	1664(%r1), %zmm3, %zmm2
	vmovups	1728(%r0), %zmm3
	vfmadd132ps	1728(%r1), %zmm4, %zmm3
	vmovups	1792(%r0), %zmm4
	vfmadd132ps	1792(%r1), %zmm0, %zmm4
	vmovups	1856(%r0), %zmm0
	vfmadd132ps	1856(%r1), %zmm1, %zmm0
	vmovups	1920(%r0), %zmm1
	vfmadd132ps	1920(%r1), %zmm2, %zmm1
	vmovups	1984(%r0), %zmm2
	vfmadd132ps	1984(%r1), %zmm3, %zmm2
	vmovups	2048(%r0), %zmm3
	vfmadd132ps	2048(%r1), %zmm4, %zmm3
	vmovups	2112(%r0), %zmm4
	vfmadd132ps	2112(%r1), %zmm0, %zmm4
	vmovups	2176(%r0), %zmm0
	vfmadd132ps	2176(%r1), %zmm1, %zmm0
	vmovups	2240(%r0), %zmm1
	vfmadd132ps	2240(%r1), %zmm2, %zmm1
	vmovups	2304(%r0), %zmm2
	vfmadd132ps	2304(%r1), %zmm3, %zmm2
	vmovups	2368(%r0), %zmm3
	vfmadd132ps	2368(%r1), %zmm4, %zmm3
	vmovups	2432(%r0), %zmm4
	vfmadd132ps	2432(%r1), %zmm0, %zmm4
	vmovups	2496(%r0), %zmm0
	vfmadd132ps	2496(%r1), %zmm1, %zmm0
	vmovups	2560(%r0), %zmm1
	vfmadd132ps	2560(%r1), %zmm2, %zmm1
	vmovups	2624(%r0), %zmm2
	vfmadd132ps	2624(%r1), %zmm3, %zmm2
	vmovups	2688(%r0), %zmm3
	vfmadd132ps	2688(%r1), %zmm4, %zmm3
	vmovups	2752(%r0), %zmm4
	vfmadd132ps	2752(%r1), %zmm0, %zmm4
	vmovups	2816(%r0), %zmm0
	vfmadd132ps	2816(%r1), %zmm1, %zmm0
	vmovups	2880(%r0), %zmm1
	vfmadd132ps	2880(%r1), %zmm2, %zmm1
	vmovups	2944(%r0), %zmm2
	vfmadd132ps	2944(%r1), %zmm3, %zmm2
	vmovups	3008(%r0), %zmm3
	vfmadd132ps	3008(%r1), %zmm4, %zmm3
	vmovups	3072(%r0), %zmm4
	vfmadd132ps	3072(%r1), %zmm0, %zmm4
	vmovups	3136(%r0), %zmm0
	vfmadd132ps	3136(%r1), %zmm1, %zmm0
	vmovups	3200(%r0), %zmm1
	vfmadd132ps	3200(%r1), %zmm2, %zmm1
	vmovups	3264(%r0), %zmm2
	vfmadd132ps	3264(%r1), %zmm3, %zmm2
	vmovups	3328(%r0), %zmm3
	vfmadd132ps	3328(%r1), %zmm4, %zmm3
	vmovups	3392(%r0), %zmm4
	vfmadd132ps	3392(%r1), %zmm0, %zmm4
	vmovups	3456(%r0), %zmm0
	vfmadd132ps	3456(%r1), %zmm1, %zmm0
	vmovups	3520(%r0), %zmm1
	vfmadd132ps	3520(%r1), %zmm2, %zmm1
	vmovups	3584(%r0), %zmm2
	vfmadd132ps	3584(%r1), %zmm3, %zmm2
	vmovups	3648(%r0), %zmm3
	vfmadd132ps	3648(%r1), %zmm4, %zmm3
	vmovups	3712(%r0), %zmm4
	vfmadd132ps	3712(%r1), %zmm0, %zmm4
	vmovups	3776(%r0), %zmm0
	vfmadd132ps	3776(%r1), %zmm1, %zmm0
	vmovups	3840(%r0), %zmm1
	vfmadd132ps	3840(%r1), %zmm2, %zmm1
	vmovups	3904(%r0), %zmm2
	vfmadd132ps	3904(%r1), %zmm3, %zmm2
	vmovups	3968(%r0), %zmm3
	vfmadd132ps	3968(%r1), %zmm4, %zmm3
	vmovups	4032(%r0), %zmm4
	vfmadd132ps	4032(%r1), %zmm0, %zmm4
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
