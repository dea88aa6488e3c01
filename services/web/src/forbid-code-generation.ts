/**
 * Imported before everything else: zod tries whether it may compile its parsers with `new Function`,
 * and the content security policy reports each try as an attack. This setting (zod's own `jitless`,
 * at the place where zod keeps it) makes it parse without trying.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
