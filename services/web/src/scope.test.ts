import { describe, expect, it, vi } from 'vitest'
import { createScope } from './scope.ts'

describe('scope', () => {
  it('hears nothing and runs no timer once disposed', () => {
    vi.useFakeTimers()
    const scope = createScope()
    const target = new EventTarget()
    const heard: string[] = []
    scope.listen(target, 'ring', () => heard.push('ring'))
    scope.after(10, () => heard.push('after'))
    scope.every(10, () => heard.push('every'))
    scope.dispose()
    target.dispatchEvent(new Event('ring'))
    vi.advanceTimersByTime(100)
    vi.useRealTimers()
    expect(heard).toEqual([])
  })

  it('disposes in reverse order, each once', () => {
    const scope = createScope()
    const order: number[] = []
    scope.add(() => order.push(1))
    scope.add(() => order.push(2))
    scope.dispose()
    scope.dispose()
    expect(order).toEqual([2, 1])
  })

  it('disposes at once of what is added too late', () => {
    const scope = createScope()
    scope.dispose()
    const late = vi.fn()
    scope.add(late)
    expect(late).toHaveBeenCalledOnce()
  })

  it('lets a timer be cancelled early', () => {
    vi.useFakeTimers()
    const scope = createScope()
    const act = vi.fn()
    const cancel = scope.after(10, act)
    cancel()
    vi.advanceTimersByTime(20)
    vi.useRealTimers()
    expect(act).not.toHaveBeenCalled()
    scope.dispose()
  })
})
