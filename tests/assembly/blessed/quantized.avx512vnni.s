.L1:
	vpbroadcastd	(%r0,%r1,4), %zmm0
	vpdpbusd	-7168(%r2), %zmm0, %zmm1
	vpdpbusd	-6144(%r2), %zmm0, %zmm2
	vpdpbusd	-5120(%r2), %zmm0, %zmm3
	vpdpbusd	-4096(%r2), %zmm0, %zmm4
	vpdpbusd	-3072(%r2), %zmm0, %zmm5
	vpdpbusd	-2048(%r2), %zmm0, %zmm6
	vpdpbusd	-1024(%r2), %zmm0, %zmm7
	vpdpbusd	(%r2), %zmm0, %zmm8
	incq	%r1
	addq	$64, %r2
	cmpq	%r1, %r3
	jne	.L1
