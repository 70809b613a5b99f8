.L3:
	vmovdqu	-32(%r0), %ymm0
	vmovdqu	(%r0), %ymm1
	vpbroadcastd	-192(%r1,%r2,4), %ymm2
	{vex}	vpdpbusd	%ymm0, %ymm2, %ymm3
	{vex}	vpdpbusd	%ymm1, %ymm2, %ymm4
	vpbroadcastd	-128(%r1,%r2,4), %ymm2
	{vex}	vpdpbusd	%ymm0, %ymm2, %ymm5
	{vex}	vpdpbusd	%ymm1, %ymm2, %ymm6
	vpbroadcastd	-64(%r1,%r2,4), %ymm2
	{vex}	vpdpbusd	%ymm0, %ymm2, %ymm7
	{vex}	vpdpbusd	%ymm1, %ymm2, %ymm8
	vpbroadcastd	(%r1,%r2,4), %ymm2
	{vex}	vpdpbusd	%ymm0, %ymm2, %ymm9
	{vex}	vpdpbusd	%ymm1, %ymm2, %ymm10
	incq	%r2
	addq	$64, %r0
	cmpq	%r2, %r3
	jne	.L3
