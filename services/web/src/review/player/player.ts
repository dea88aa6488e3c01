import type { TimeRange } from '@plume/transcript'
import { createScope } from '../../scope.ts'
import { fasterThan, partWithContext, resumePoint, skipMs, skipTo, slowerThan } from './playback.ts'

export type PlayerGlance = {
  readonly playing: boolean
  readonly speed: number
  readonly broken: boolean
}

export type Player = {
  glance(): PlayerGlance
  subscribe(changed: () => void): () => void
  positionMs(): number
  /** Called often while playing, and after each jump. */
  onPosition(moved: (positionMs: number) => void): () => void
  toggle(): void
  playFrom(ms: number): void
  /** Plays one part and stops, with a little before and after it. */
  playPart(part: TimeRange): void
  jumpTo(ms: number): void
  back(): void
  forward(): void
  slower(): void
  faster(): void
  setSpeed(speed: number): void
  dispose(): void
}

/** Moves one audio element; knows nothing of the text. */
export function createPlayer(audio: HTMLAudioElement, lengthMs: number): Player {
  const scope = createScope()
  const listeners = new Set<() => void>()
  const followers = new Set<(positionMs: number) => void>()
  let glance: PlayerGlance = { playing: false, speed: 1, broken: false }
  let stopFollowing = () => {}
  /** Where a part ends that is played by itself. */
  let stopAtMs: number | null = null
  audio.preservesPitch = true

  const positionMs = () => audio.currentTime * 1_000
  const tellPosition = () => {
    for (const moved of followers) moved(positionMs())
    if (stopAtMs === null || audio.paused || positionMs() < stopAtMs) return
    stopAtMs = null
    audio.pause()
  }
  function update(change: Partial<PlayerGlance>) {
    glance = { ...glance, ...change }
    for (const changed of listeners) changed()
  }
  function jumpTo(ms: number) {
    stopAtMs = null
    audio.currentTime = ms / 1_000
    tellPosition()
  }
  function play() {
    // A refused start shows itself as the element's error, or as still paused.
    void audio.play().catch(() => update({ playing: !audio.paused }))
  }
  function setSpeed(speed: number) {
    audio.defaultPlaybackRate = speed
    audio.playbackRate = speed
    update({ speed })
  }

  scope.listen(audio, 'play', () => {
    update({ playing: true, broken: false })
    stopFollowing()
    stopFollowing = scope.eachFrame(tellPosition)
  })
  for (const type of ['pause', 'ended']) {
    scope.listen(audio, type, () => {
      stopFollowing()
      update({ playing: false })
      tellPosition()
    })
  }
  scope.listen(audio, 'seeked', tellPosition)
  scope.listen(audio, 'error', () => update({ playing: false, broken: true }))

  return {
    glance: () => glance,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    positionMs,
    onPosition(moved) {
      followers.add(moved)
      return () => followers.delete(moved)
    },
    toggle() {
      stopAtMs = null
      if (!audio.paused) return audio.pause()
      if (positionMs() > 0) jumpTo(resumePoint(positionMs(), lengthMs))
      play()
    },
    playFrom(ms) {
      jumpTo(ms)
      play()
    },
    playPart(part) {
      const { startMs, endMs } = partWithContext(part, lengthMs)
      jumpTo(startMs)
      stopAtMs = endMs
      play()
    },
    jumpTo,
    back: () => jumpTo(skipTo(positionMs(), -skipMs, lengthMs)),
    forward: () => jumpTo(skipTo(positionMs(), skipMs, lengthMs)),
    slower: () => setSpeed(slowerThan(glance.speed)),
    faster: () => setSpeed(fasterThan(glance.speed)),
    setSpeed,
    dispose() {
      audio.pause()
      scope.dispose()
      listeners.clear()
      followers.clear()
    },
  }
}
