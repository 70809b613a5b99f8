// oneDNN's product of bytes, made once for a shape: c = a w, where w is k x n and stored by
// columns.
#include <stdlib.h>

#include <oneapi/dnnl/dnnl.h>

typedef struct {
    dnnl_stream_t stream;
    dnnl_primitive_t product;
    dnnl_exec_arg_t operands[3];
} Product;

static dnnl_engine_t engine;

static int failed(dnnl_status_t status) {
    return status != dnnl_success;
}

// Copies the weights into the order that the primitive wants.
static dnnl_memory_t reordered(dnnl_stream_t stream, const dnnl_memory_desc_t *from,
                               const dnnl_memory_desc_t *to, const signed char *w) {
    dnnl_memory_t plain, packed;
    dnnl_primitive_desc_t how;
    dnnl_primitive_t reorder;
    if (failed(dnnl_memory_create(&plain, from, engine, (void *)w)) ||
        failed(dnnl_memory_create(&packed, to, engine, DNNL_MEMORY_ALLOCATE)) ||
        failed(dnnl_reorder_primitive_desc_create(&how, from, engine, to, engine, NULL)) ||
        failed(dnnl_primitive_create(&reorder, how))) {
        return NULL;
    }
    const dnnl_exec_arg_t operands[] = {{DNNL_ARG_FROM, plain}, {DNNL_ARG_TO, packed}};
    if (failed(dnnl_primitive_execute(reorder, stream, 2, operands)) || failed(dnnl_stream_wait(stream))) {
        return NULL;
    }
    return packed;
}

// NULL where oneDNN cannot. With `pack`, w is copied; else it has to stay.
Product *peer_onednn_new(int m, int n, int k, const signed char *w, int pack) {
    const dnnl_dims_t a_dims = {m, k}, w_dims = {k, n}, c_dims = {m, n};
    dnnl_memory_desc_t a, stored, wanted, c;
    dnnl_matmul_desc_t what;
    dnnl_primitive_desc_t how;
    Product *p = malloc(sizeof *p);
    if ((!engine && failed(dnnl_engine_create(&engine, dnnl_cpu, 0))) ||
        failed(dnnl_stream_create(&p->stream, engine, dnnl_stream_default_flags)) ||
        failed(dnnl_memory_desc_init_by_tag(&a, 2, a_dims, dnnl_u8, dnnl_ab)) ||
        failed(dnnl_memory_desc_init_by_tag(&stored, 2, w_dims, dnnl_s8, dnnl_ba)) ||
        failed(dnnl_memory_desc_init_by_tag(&wanted, 2, w_dims, dnnl_s8, pack ? dnnl_format_tag_any : dnnl_ba)) ||
        failed(dnnl_memory_desc_init_by_tag(&c, 2, c_dims, dnnl_s32, dnnl_ab)) ||
        failed(dnnl_matmul_desc_init(&what, &a, &wanted, NULL, &c)) ||
        failed(dnnl_primitive_desc_create(&how, &what, NULL, engine, NULL)) ||
        failed(dnnl_primitive_create(&p->product, how))) {
        return NULL;
    }
    wanted = *dnnl_primitive_desc_query_md(how, dnnl_query_weights_md, 0);
    dnnl_memory_t weights = reordered(p->stream, &stored, &wanted, w), from, to;
    if (!weights || failed(dnnl_memory_create(&from, &a, engine, DNNL_MEMORY_NONE)) ||
        failed(dnnl_memory_create(&to, &c, engine, DNNL_MEMORY_NONE))) {
        return NULL;
    }
    const dnnl_exec_arg_t operands[] = {{DNNL_ARG_SRC, from}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_DST, to}};
    for (int i = 0; i < 3; i++) {
        p->operands[i] = operands[i];
    }
    return p;
}

void peer_onednn_run(const Product *p, const unsigned char *a, int *c) {
    dnnl_memory_set_data_handle(p->operands[0].memory, (void *)a);
    dnnl_memory_set_data_handle(p->operands[2].memory, c);
    dnnl_primitive_execute(p->product, p->stream, 3, p->operands);
}

const char *peer_onednn_level(void) {
    switch (dnnl_get_effective_cpu_isa()) {
    case dnnl_cpu_isa_sse41:
        return "sse41";
    case dnnl_cpu_isa_avx:
        return "avx";
    case dnnl_cpu_isa_avx2:
        return "avx2";
    case dnnl_cpu_isa_avx2_vnni:
        return "avx2_vnni";
    case dnnl_cpu_isa_avx512_core:
        return "avx512_core";
    case dnnl_cpu_isa_avx512_core_vnni:
        return "avx512_core_vnni";
    case dnnl_cpu_isa_avx512_core_bf16:
        return "avx512_core_bf16";
    default:
        return "another level";
    }
}

// Its major, minor and patch number.
int peer_onednn_version(int which) {
    const dnnl_version_t *version = dnnl_version();
    return which == 0 ? version->major : which == 1 ? version->minor : version->patch;
}
