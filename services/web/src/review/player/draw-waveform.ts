import WaveSurfer from 'wavesurfer.js'

export type Waveform = { dispose(): void }

/**
 * The loudness outline of the recording. It draws from peaks that the worker computed, so no audio is
 * fetched or decoded for it. Jumping is the slider's part, which lies over it.
 */
export function drawWaveform(options: {
  readonly container: HTMLElement
  readonly audio: HTMLAudioElement
  readonly peaks: readonly number[]
  readonly durationMs: number
}): Waveform {
  const colours = readColours(options.container)
  const wave = WaveSurfer.create({
    container: options.container,
    media: options.audio,
    peaks: [[...options.peaks]],
    duration: options.durationMs / 1_000,
    height: 52,
    barWidth: 2,
    barGap: 1,
    barRadius: 1,
    normalize: true,
    interact: false,
    cursorWidth: 2,
    ...colours,
  })
  adoptStyles(wave.getWrapper())
  return { dispose: () => wave.destroy() }
}

/** Canvas cannot read CSS variables: their values at this moment are handed over. */
function readColours(element: HTMLElement) {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    waveColor: colour('--wave'),
    progressColor: colour('--wave-played'),
    cursorColor: colour('--wave-cursor'),
  }
}

/**
 * wavesurfer writes its layout into a style element of its shadow root, which the content security
 * policy (`style-src 'self'`) leaves without effect. The same rules as a constructed style sheet are
 * allowed, because only a script that runs already can make one.
 */
function adoptStyles(wrapper: HTMLElement): void {
  const root = wrapper.getRootNode()
  if (!(root instanceof ShadowRoot)) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(root.querySelector('style')?.textContent ?? '')
  root.adoptedStyleSheets = [sheet]
}
