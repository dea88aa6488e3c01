import { plainForms } from './plain-form.ts'

/**
 * Sayings of subtitles, which Whisper models were trained on (whisper.cpp issues 1507 and 1724; the lists that
 * users of Whisper keep). None of them is ever part of a report: at the end of a piece they are left out.
 */
export const neverDictated = table([
  'Thanks for watching',
  'Thank you for watching',
  'Thank you so much for watching',
  'Thanks for listening',
  'Please subscribe',
  'Please subscribe to my channel',
  'Like and subscribe',
  "Don't forget to subscribe",
  "Don't forget to like and subscribe",
  "I'll see you in the next video",
  'See you in the next video',
  'Subtitles by the Amara.org community',
  'Transcription by CastingWords',
  "Sous-titres réalisés par la communauté d'Amara.org",
  "Sous-titres réalisés para la communauté d'Amara.org",
  'Sous-titrage Société Radio-Canada',
  "Sous-titrage ST' 501",
  'Sous-titres par SousTitreur.com',
  "Merci d'avoir regardé cette vidéo",
  "Merci d'avoir regardé",
  'Abonnez-vous',
  'Abonnez-vous à la chaîne',
  "N'oubliez pas de vous abonner",
  "N'oubliez pas de liker",
  'À bientôt pour une nouvelle vidéo',
])

/** Said by people too, at the end of a dictation: left out only where there is no voice. */
export const seldomDictated = table([
  'Thank you',
  'Thank you very much',
  'Thanks',
  'Bye',
  'Bye bye',
  'Goodbye',
  'See you next time',
  'You',
  'Okay',
  'So',
  'The end',
  'Merci',
  'Merci beaucoup',
  'Merci à tous',
  'Merci à vous',
  'Au revoir',
  'À bientôt',
  'À la prochaine',
])

function table(phrases: readonly string[]): readonly (readonly string[])[] {
  return phrases.map(plainForms).toSorted((a, b) => b.length - a.length)
}
