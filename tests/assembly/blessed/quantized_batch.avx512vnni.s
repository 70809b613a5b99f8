.L3:
	vmovdqu64	-1024(%r0), %zmm0
	vmovdqu64	(%r0), %zmm1
	vpbroadcastd	-448(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm3
	vpdpbusd	%zmm1, %zmm2, %zmm4
	vpbroadcastd	-384(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm5
	vpdpbusd	%zmm1, %zmm2, %zmm6
	vpbroadcastd	-320(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm7
	vpdpbusd	%zmm1, %zmm2, %zmm8
	vpbroadcastd	-256(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm9
	vpdpbusd	%zmm1, %zmm2, %zmm10
	vpbroadcastd	-192(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm11
	vpdpbusd	%zmm1, %zmm2, %zmm12
	vpbroadcastd	-128(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm13
	vpdpbusd	%zmm1, %zmm2, %zmm14
	vpbroadcastd	-64(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm15
	vpdpbusd	%zmm1, %zmm2, %zmm16
	vpbroadcastd	(%r1,%r2,4), %zmm2
	vpdpbusd	%zmm0, %zmm2, %zmm17
	vpdpbusd	%zmm1, %zmm2, %zmm18
	incq	%r2
	addq	$64, %r0
	cmpq	%r2, %r3
	jne	.L3
