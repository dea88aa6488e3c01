/** What Plume's own processes, the database and the system need beside a model. */
export const reservedBytes = 768 * 1024 ** 2

/** Whether a model runs beside everything else in that much memory. */
export function fitsMemory(model: { readonly memoryBytes: number }, memoryBytes: number): boolean {
  return model.memoryBytes + reservedBytes <= memoryBytes
}
