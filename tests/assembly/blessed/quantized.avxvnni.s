.L2:
	vpbroadcastd	(%r0,%r1,4), %ymm0
	{vex}	vpdpbusd	-3104(%r2), %ymm0, %ymm1
	{vex}	vpdpbusd	-3072(%r2), %ymm0, %ymm2
	{vex}	vpdpbusd	-2080(%r2), %ymm0, %ymm3
	{vex}	vpdpbusd	-2048(%r2), %ymm0, %ymm4
	{vex}	vpdpbusd	-1056(%r2), %ymm0, %ymm5
	{vex}	vpdpbusd	-1024(%r2), %ymm0, %ymm6
	{vex}	vpdpbusd	-32(%r2), %ymm0, %ymm7
	{vex}	vpdpbusd	(%r2), %ymm0, %ymm8
	incq	%r1
	addq	$64, %r2
	cmpq	%r1, %r3
	jne	.L2
