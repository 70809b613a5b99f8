.L3:
	vmovups	-32(%r0), %ymm0
	vmovups	(%r0), %ymm1
	vbroadcastss	-1024(%r1,%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm3
	vfmadd231ps	%ymm2, %ymm1, %ymm4
	vbroadcastss	-768(%r1,%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm5
	vfmadd231ps	%ymm2, %ymm1, %ymm6
	vbroadcastss	-512(%r1,%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm7
	vfmadd231ps	%ymm2, %ymm1, %ymm8
	vbroadcastss	-256(%r1,%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm9
	vfmadd231ps	%ymm2, %ymm1, %ymm10
	vbroadcastss	(%r1,%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm11
	vfmadd231ps	%ymm2, %ymm1, %ymm12
	vbroadcastss	256(%r1,%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm13
	vfmadd231ps	%ymm1, %ymm2, %ymm14
	addq	$256, %r0
	addq	$4, %r2
	jne	.L3

.L4:
	vmovups	-32(%r0,%r1,4), %ymm0
	vmovups	(%r0,%r1,4), %ymm1
	vbroadcastss	-768(%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm3
	vfmadd231ps	%ymm2, %ymm1, %ymm4
	vbroadcastss	-512(%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm5
	vfmadd231ps	%ymm2, %ymm1, %ymm6
	vbroadcastss	-256(%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm7
	vfmadd231ps	%ymm2, %ymm1, %ymm8
	vbroadcastss	(%r2), %ymm2
	vfmadd231ps	%ymm0, %ymm2, %ymm9
	vfmadd231ps	%ymm1, %ymm2, %ymm10
	addq	$64, %r1
	addq	$4, %r2
	cmpq	$4096, %r1
	jne	.L4
