import { commandFamilies } from '@plume/terminology/commands'
import { z } from 'zod'

/** The families of spoken commands that an author has switched off: their words are then written. */
export const spokenCommandsSchema = z
  .strictObject({ off: z.array(z.enum(commandFamilies)).max(commandFamilies.length) })
  .meta({ id: 'SpokenCommands' })
