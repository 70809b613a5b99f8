.L1:
	incq	%r0
	cmpq	%r1, %r0
	je	.L5
.L2:
	movq	%r0, %r2
	shlq	$4, %r2
	cmpq	$64, %r2
	je	.L1
	cmpq	$48, %r2
	cmovaeq	%r3, %r2
	movl	%r4, %r5
	leaq	(%r6,%r7,4), %r7
	shll	$8, %r4
	addq	%r8, %r2
	movq	%r1, %r9
	xorl	%r10, %r10
	jmp	.L4
.L3:
	addq	$16, %r11
	decq	%r9
	je	.L1

.L3:
	addq	$16, %r0
	decq	%r1
	je	.L1
.L4:
	cmpq	$64, %r0
	je	.L3
	cmpq	$48, %r0
	movl	$48, %r2
	cmovbq	%r0, %r3
	movl	%r2, %r4
	shll	$8, %r2
	vmovupd	(%r5,%r3), %zmm0
	vmovupd	256(%r5,%r3), %zmm1
	vmovupd	512(%r5,%r3), %zmm2
	vmovupd	768(%r5,%r3), %zmm3
	vmovupd	1024(%r5,%r3), %zmm4
	vmovupd	1280(%r5,%r3), %zmm5
	vmovupd	1536(%r5,%r3), %zmm6
	vmovupd	1792(%r5,%r3), %zmm7
	vmovupd	2048(%r5,%r3), %zmm8
	vmovupd	2304(%r5,%r3), %zmm9
	vmovupd	2560(%r5,%r3), %zmm10
	vmovupd	2816(%r5,%r3), %zmm11
	vmovupd	3072(%r5,%r3), %zmm12
	vmovupd	3328(%r5,%r3), %zmm13
	vmovupd	3584(%r5,%r3), %zmm14
	vmovupd	3840(%r5,%r3), %zmm15
	vunpcklps	%zmm1, %zmm0, %zmm16
	vunpckhps	%zmm1, %zmm0, %zmm0
	vunpcklps	%zmm3, %zmm2, %zmm1
	vunpckhps	%zmm3, %zmm2, %zmm2
	vunpcklpd	%zmm1, %zmm16, %zmm3
	vunpckhpd	%zmm1, %zmm16, %zmm1
	vunpcklpd	%zmm2, %zmm0, %zmm16
	vunpckhpd	%zmm2, %zmm0, %zmm0
	vunpcklps	%zmm5, %zmm4, %zmm2
	vunpckhps	%zmm5, %zmm4, %zmm4
	vunpcklps	%zmm7, %zmm6, %zmm5
	vunpckhps	%zmm7, %zmm6, %zmm6
	vunpcklpd	%zmm5, %zmm2, %zmm7
	vunpckhpd	%zmm5, %zmm2, %zmm2
	vunpcklpd	%zmm6, %zmm4, %zmm5
	vunpckhpd	%zmm6, %zmm4, %zmm4
	vunpcklps	%zmm9, %zmm8, %zmm6
	vunpckhps	%zmm9, %zmm8, %zmm8
	vunpcklps	%zmm11, %zmm10, %zmm9
	vunpckhps	%zmm11, %zmm10, %zmm10
	vunpcklpd	%zmm9, %zmm6, %zmm11
	vunpckhpd	%zmm9, %zmm6, %zmm6
	vunpcklpd	%zmm10, %zmm8, %zmm9
	vunpckhpd	%zmm10, %zmm8, %zmm8
	vunpcklps	%zmm13, %zmm12, %zmm10
	vunpckhps	%zmm13, %zmm12, %zmm12
	vunpcklps	%zmm15, %zmm14, %zmm13
	vunpckhps	%zmm15, %zmm14, %zmm14
	vunpcklpd	%zmm13, %zmm10, %zmm15
	vunpckhpd	%zmm13, %zmm10, %zmm10
	vunpcklpd	%zmm14, %zmm12, %zmm13
	vunpckhpd	%zmm14, %zmm12, %zmm12
	vshuff64x2	$136, %zmm7, %zmm3, %zmm14
	vshuff64x2	$221, %zmm7, %zmm3, %zmm3
	vshuff64x2	$136, %zmm15, %zmm11, %zmm7
	vshuff64x2	$221, %zmm15, %zmm11, %zmm11
	vshuff64x2	$221, %zmm7, %zmm14, %zmm15
	vshuff64x2	$136, %zmm11, %zmm3, %zmm17
	vshuff64x2	$221, %zmm11, %zmm3, %zmm3
	vshuff64x2	$136, %zmm2, %zmm1, %zmm11
	vshuff64x2	$221, %zmm2, %zmm1, %zmm1
	vshuff64x2	$136, %zmm10, %zmm6, %zmm2
	vshuff64x2	$221, %zmm10, %zmm6, %zmm6
	vshuff64x2	$136, %zmm2, %zmm11, %zmm10
	vshuff64x2	$221, %zmm2, %zmm11, %zmm2
	vshuff64x2	$136, %zmm6, %zmm1, %zmm11
	vshuff64x2	$221, %zmm6, %zmm1, %zmm1
	vshuff64x2	$136, %zmm5, %zmm16, %zmm6
	vshuff64x2	$221, %zmm5, %zmm16, %zmm5
	vshuff64x2	$136, %zmm13, %zmm9, %zmm16
	vshuff64x2	$221, %zmm13, %zmm9, %zmm9
	vshuff64x2	$136, %zmm16, %zmm6, %zmm13
	vshuff64x2	$221, %zmm16, %zmm6, %zmm6
	vshuff64x2	$136, %zmm9, %zmm5, %zmm16
	vshuff64x2	$221, %zmm9, %zmm5, %zmm5
	vshuff64x2	$136, %zmm4, %zmm0, %zmm9
	vshuff64x2	$221, %zmm4, %zmm0, %zmm0
	vshuff64x2	$136, %zmm12, %zmm8, %zmm4
	vshuff64x2	$221, %zmm12, %zmm8, %zmm8
	vshuff64x2	$136, %zmm4, %zmm9, %zmm12
	vshuff64x2	$221, %zmm4, %zmm9, %zmm4
	vshuff64x2	$136, %zmm8, %zmm0, %zmm9
	vshuff64x2	$221, %zmm8, %zmm0, %zmm0
	vshuff64x2	$136, %zmm7, %zmm14, %zmm7
	vmovupd	%zmm7, (%r6,%r7,4)
	vmovupd	%zmm10, 256(%r6,%r7,4)
	vmovupd	%zmm13, 512(%r6,%r7,4)
	vmovupd	%zmm12, 768(%r6,%r7,4)
	vmovupd	%zmm17, 1024(%r6,%r7,4)
	vmovupd	%zmm11, 1280(%r6,%r7,4)
	vmovupd	%zmm16, 1536(%r6,%r7,4)
	vmovupd	%zmm9, 1792(%r6,%r7,4)
	vmovupd	%zmm15, 2048(%r6,%r7,4)
	vmovupd	%zmm2, 2304(%r6,%r7,4)
	vmovupd	%zmm6, 2560(%r6,%r7,4)
	vmovupd	%zmm4, 2816(%r6,%r7,4)
	vmovupd	%zmm3, 3072(%r6,%r7,4)
	vmovupd	%zmm1, 3328(%r6,%r7,4)
	vmovupd	%zmm5, 3584(%r6,%r7,4)
	vmovupd	%zmm0, 3840(%r6,%r7,4)
	jmp	.L3
