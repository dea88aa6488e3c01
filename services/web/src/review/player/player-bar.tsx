import type { RecordingReply } from '@plume/contracts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ToggleButton } from 'react-aria-components'
import { ActionButton } from '../../controls/action-button.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useServer } from '../../server/use-server.tsx'
import { reviewCommands } from '../commands/review-commands.ts'
import { speeds } from './playback.ts'
import { createPlayer, type Player } from './player.ts'
import { WaveformView } from './waveform-view.tsx'

type PlayerBarProps = {
  readonly dictationId: string
  readonly recording: RecordingReply | null
  readonly follows: boolean
  readonly clickPlays: boolean
  readonly onFollows: (follows: boolean) => void
  readonly onClickPlays: (clickPlays: boolean) => void
  readonly onReady: (player: Player | null) => void
}

export function PlayerBar(props: PlayerBarProps) {
  const { dictationId, recording, onReady } = props
  const { words } = useLanguage()
  const server = useServer()
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null)
  const [player, setPlayer] = useState<Player | null>(null)
  const lengthMs = recording?.facts?.durationMs ?? recording?.recognition?.durationMs ?? 0

  useEffect(() => {
    if (!audio) return
    const created = createPlayer(audio, lengthMs)
    setPlayer(created)
    onReady(created)
    return () => {
      setPlayer(null)
      onReady(null)
      created.dispose()
    }
  }, [audio, lengthMs, onReady])

  if (!recording?.playable) {
    return (
      <section className="player player-empty" aria-label={words.player.title}>
        <Icon name="clock" />
        {words.player.notReady}
      </section>
    )
  }
  return (
    <section className="player" aria-label={words.player.title}>
      {/* biome-ignore lint/a11y/useMediaCaption: the report beside it is its text */}
      <audio ref={setAudio} src={server.audioPath(dictationId)} preload="none" />
      {player && <PlayerButtons player={player} />}
      {player && audio && (
        <WaveformView player={player} audio={audio} peaks={recording.peaks} lengthMs={lengthMs} />
      )}
      {player && <SpeedControl player={player} />}
      <VoiceOptions {...props} />
      <RecordingWarnings recording={recording} />
    </section>
  )
}

function keyOf(id: string): string | undefined {
  return reviewCommands.find((command) => command.id === id)?.keys[0]
}

function usePlayerGlance(player: Player) {
  return useSyncExternalStore(player.subscribe, player.glance)
}

function PlayerButtons({ player }: { readonly player: Player }) {
  const { words } = useLanguage()
  const { playing } = usePlayerGlance(player)
  return (
    <div className="player-buttons">
      <ActionButton
        icon="back"
        label={words.player.back}
        shortcut={keyOf('back')}
        onPress={player.back}
      />
      <ActionButton
        look="primary"
        icon={playing ? 'pause' : 'play'}
        shortcut={keyOf('play-pause')}
        onPress={player.toggle}
      >
        {playing ? words.player.pause : words.player.play}
      </ActionButton>
      <ActionButton
        icon="forward"
        label={words.player.forward}
        shortcut={keyOf('forward')}
        onPress={player.forward}
      />
    </div>
  )
}

function SpeedControl({ player }: { readonly player: Player }) {
  const { words, format } = useLanguage()
  const { speed } = usePlayerGlance(player)
  return (
    <label className="speed">
      <span>{words.player.speed}</span>
      <select
        className="input"
        value={speed}
        onChange={(event) => player.setSpeed(Number(event.target.value))}
      >
        {speeds.map((step) => (
          <option key={step} value={step}>
            {`${format.number(step)}×`}
          </option>
        ))}
      </select>
    </label>
  )
}

function VoiceOptions(props: PlayerBarProps) {
  const { words } = useLanguage()
  return (
    <div className="voice-options">
      <ToggleButton className="toggle" isSelected={props.follows} onChange={props.onFollows}>
        {words.player.followVoice}
      </ToggleButton>
      <ToggleButton className="toggle" isSelected={props.clickPlays} onChange={props.onClickPlays}>
        {words.player.clickPlays}
      </ToggleButton>
    </div>
  )
}

function RecordingWarnings({ recording }: { readonly recording: RecordingReply }) {
  const { words } = useLanguage()
  const { facts } = recording
  const warnings = [
    facts?.silent && words.player.silent,
    facts?.possiblyTruncated && words.player.truncated,
    facts?.damage && words.player.damaged,
    facts?.narrowband && words.player.narrowband,
  ].filter((warning) => typeof warning === 'string')
  if (warnings.length === 0) return null
  return (
    <ul className="player-warnings">
      {warnings.map((warning) => (
        <li key={warning}>
          <Icon name="warning" />
          {warning}
        </li>
      ))}
    </ul>
  )
}
