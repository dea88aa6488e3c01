import type { DictationFailureReason, FailureCode, RefusalCode } from '@plume/records'

/** Errors of the HTTP edge itself, before any rule of the domain is asked. */
export type HttpErrorCode =
  | 'invalid-request'
  | 'request-too-large'
  | 'upload-not-found'
  | 'range-not-satisfiable'
  | 'recording-incomplete'
  | 'silent'
  | 'too-long'
  | 'missing-audio'
  | 'wrong-content-type'
  | 'upload-incomplete'
  | 'csrf-refused'
  | 'route-not-found'
  | 'recording-not-ready'
  | 'too-many-requests'
  | 'unexpected-failure'

export type ErrorCode = RefusalCode | FailureCode | DictationFailureReason | HttpErrorCode

export type CatalogueEntry = {
  /** HTTP status of the answer. */
  readonly status: number
  /** Sentences a secretary understands: what happened, and what to do. */
  readonly en: string
  readonly fr: string
}

/** Every error Plume can answer with. docs/errors.md lists the same codes; a test compares them. */
export const errorCatalogue = {
  // --- receiving -------------------------------------------------------------------------------
  'empty-upload': {
    status: 422,
    en: 'The file is empty. Check the recorder and send the dictation again.',
    fr: 'Le fichier est vide. Vérifiez l’enregistreur et renvoyez la dictée.',
  },
  'upload-too-large': {
    status: 413,
    en: 'The file is larger than this site accepts. Nothing was kept. Ask an administrator about the limit.',
    fr: 'Le fichier dépasse la taille acceptée par ce site. Rien n’a été conservé. Demandez la limite à un administrateur.',
  },
  'not-audio': {
    status: 422,
    en: 'This file is not a recording. Choose the audio file and send it again.',
    fr: 'Ce fichier n’est pas un enregistrement. Choisissez le fichier audio et renvoyez-le.',
  },
  'recording-incomplete': {
    status: 422,
    en: 'The recording breaks off before its end and cannot be read. Send the dictation again from the recorder.',
    fr: 'L’enregistrement s’interrompt avant la fin et ne peut pas être lu. Renvoyez la dictée depuis l’enregistreur.',
  },
  silent: {
    status: 422,
    en: 'There is no sound in the recording. Listen to it, then check the recorder’s microphone.',
    fr: 'L’enregistrement ne contient aucun son. Écoutez-le, puis vérifiez le microphone de l’enregistreur.',
  },
  'too-long': {
    status: 422,
    en: 'The recording is longer than this site accepts. It is kept whole; ask an administrator to raise the limit, then try again.',
    fr: 'L’enregistrement est plus long que ce que ce site accepte. Il est conservé en entier; demandez à un administrateur d’augmenter la limite, puis réessayez.',
  },
  'unknown-template': {
    status: 422,
    en: 'There is no report template with this name in this language. Choose one from the list.',
    fr: 'Aucun modèle de rapport ne porte ce nom dans cette langue. Choisissez-en un dans la liste.',
  },
  'unknown-author': {
    status: 422,
    en: 'There is no doctor with this name. Choose the author from the list.',
    fr: 'Aucun médecin ne porte ce nom. Choisissez l’auteur dans la liste.',
  },
  'missing-audio': {
    status: 400,
    en: 'The upload holds no recording. Add the audio file as the last part, named “audio”.',
    fr: 'L’envoi ne contient aucun enregistrement. Ajoutez le fichier audio en dernière partie, nommée « audio ».',
  },
  'wrong-content-type': {
    status: 415,
    en: 'The server cannot read this kind of request.',
    fr: 'Le serveur ne peut pas lire ce type de requête.',
  },
  'upload-incomplete': {
    status: 400,
    en: 'The upload stopped before its end. Nothing was kept. Send the dictation again.',
    fr: 'L’envoi s’est interrompu avant la fin. Rien n’a été conservé. Renvoyez la dictée.',
  },
  // --- people ----------------------------------------------------------------------------------
  'wrong-login': {
    status: 401,
    en: 'The login or the password is wrong.',
    fr: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
  },
  'not-signed-in': {
    status: 401,
    en: 'Your session has ended. Sign in again; saved work is kept.',
    fr: 'Votre session est terminée. Connectez-vous de nouveau; le travail enregistré est conservé.',
  },
  'not-allowed': {
    status: 403,
    en: 'Your role does not allow this.',
    fr: 'Votre rôle ne permet pas cette action.',
  },
  'csrf-refused': {
    status: 403,
    en: 'The page is out of date. Reload it and try again.',
    fr: 'La page n’est plus à jour. Rechargez-la et réessayez.',
  },
  // --- dictations ------------------------------------------------------------------------------
  'dictation-not-found': {
    status: 404,
    en: 'There is no such dictation.',
    fr: 'Cette dictée n’existe pas.',
  },
  'report-in-work': {
    status: 409,
    en: 'Somebody has worked on the report of this dictation already. Send the recording as a dictation of its own.',
    fr: 'Quelqu’un a déjà travaillé sur le rapport de cette dictée. Envoyez l’enregistrement comme une nouvelle dictée.',
  },
  'recording-known-otherwise': {
    status: 409,
    en: 'This very recording is here already, for another patient or author. Check which one is right before you send it again.',
    fr: 'Ce même enregistrement est déjà là, pour un autre patient ou un autre auteur. Vérifiez lequel est le bon avant de le renvoyer.',
  },
  'dictation-not-waiting': {
    status: 409,
    en: 'This dictation is not waiting for another try.',
    fr: 'Cette dictée n’attend pas de nouvel essai.',
  },
  'wrong-recording-password': {
    status: 422,
    en: 'This password does not open the recording. Check it, or ask the author.',
    fr: 'Ce mot de passe n’ouvre pas l’enregistrement. Vérifiez-le ou demandez-le à l’auteur.',
  },
  'recording-not-ready': {
    status: 409,
    en: 'The recording is not ready to play yet. Try again in a moment.',
    fr: 'L’enregistrement n’est pas encore prêt à être écouté. Réessayez dans un instant.',
  },
  // --- reports ---------------------------------------------------------------------------------
  'macro-not-found': {
    status: 404,
    en: 'There is no such macro. Somebody may have removed it; load the page again.',
    fr: 'Cette macro n’existe pas. Quelqu’un l’a peut-être supprimée; rechargez la page.',
  },
  'macro-name-taken': {
    status: 409,
    en: 'Another macro of the same owner and language is called that already. Choose another name to say.',
    fr: 'Une autre macro du même propriétaire et de la même langue porte déjà ce nom. Choisissez un autre nom à dire.',
  },
  'macro-unreadable': {
    status: 422,
    en: 'The macro cannot be read. What is filled in stands between two braces on each side: {{side: left | right}}.',
    fr: 'La macro ne peut pas être lue. Ce qu’il faut remplir se place entre deux accolades de chaque côté : {{côté: gauche | droit}}.',
  },
  'correspondent-not-found': {
    status: 404,
    en: 'There is no such correspondent. Somebody may have removed the entry; search again.',
    fr: 'Ce correspondant n’existe pas. Quelqu’un l’a peut-être retiré du répertoire; cherchez de nouveau.',
  },
  'correspondent-known': {
    status: 409,
    en: 'Somebody with this number, or this name and address, is in the directory already. Change that entry instead.',
    fr: 'Quelqu’un portant ce numéro, ou ce nom et cette adresse, figure déjà au répertoire. Modifiez plutôt cette fiche.',
  },
  'not-a-letter': {
    status: 409,
    en: 'This report is not a letter and has no addressee. Make a letter of it once it is signed.',
    fr: 'Ce rapport n’est pas une lettre et n’a pas de destinataire. Faites-en une lettre une fois qu’il est signé.',
  },
  'no-recipient': {
    status: 409,
    en: 'None of these reports has an addressee, so there is no envelope to print. Choose the addressees first.',
    fr: 'Aucun de ces rapports n’a de destinataire : il n’y a pas d’enveloppe à imprimer. Choisissez d’abord les destinataires.',
  },
  'letter-without-addressee': {
    status: 409,
    en: 'This letter has no addressee yet. Choose to whom it goes, then finalise it.',
    fr: 'Cette lettre n’a pas encore de destinataire. Choisissez à qui elle s’adresse, puis finalisez-la.',
  },
  'report-not-found': {
    status: 404,
    en: 'There is no such report.',
    fr: 'Ce rapport n’existe pas.',
  },
  'version-not-found': {
    status: 404,
    en: 'The report has no such version.',
    fr: 'Le rapport n’a pas cette version.',
  },
  'claimed-by-another': {
    status: 409,
    en: 'Somebody else is working on this report. You can read it, or take it over.',
    fr: 'Une autre personne travaille sur ce rapport. Vous pouvez le lire ou le reprendre.',
  },
  'not-claimed': {
    status: 409,
    en: 'You are not working on this report. Take it first.',
    fr: 'Vous ne travaillez pas sur ce rapport. Prenez-le d’abord.',
  },
  'stale-version': {
    status: 409,
    en: 'The report has changed since you opened it. Reload it to see the newest text; nothing was overwritten.',
    fr: 'Le rapport a changé depuis que vous l’avez ouvert. Rechargez-le pour voir le texte le plus récent; rien n’a été écrasé.',
  },
  'already-signed': {
    status: 409,
    en: 'The report is signed and cannot be changed. The author can add an addendum.',
    fr: 'Le rapport est signé et ne peut plus être modifié. L’auteur peut y joindre un addenda.',
  },
  'not-finalised': {
    status: 409,
    en: 'The report is not finalised yet.',
    fr: 'Le rapport n’est pas encore finalisé.',
  },
  'not-signed': {
    status: 409,
    en: 'The report is not signed yet. Edit it instead of adding an addendum.',
    fr: 'Le rapport n’est pas encore signé. Modifiez-le au lieu d’y joindre un addenda.',
  },
  'blank-left': {
    status: 409,
    en: 'The report still has a blank. Fill it or delete it, then finalise.',
    fr: 'Le rapport contient encore un blanc. Remplissez-le ou supprimez-le, puis finalisez.',
  },
  'required-part-empty': {
    status: 409,
    en: 'The patient, or a section that this report must have, is still empty. Fill it, then finalise.',
    fr: 'Le patient, ou une section obligatoire de ce rapport, est encore vide. Remplissez-le, puis finalisez.',
  },
  'not-the-author': {
    status: 403,
    en: 'Only the doctor who dictated the report can do this.',
    fr: 'Seul le médecin qui a dicté le rapport peut le faire.',
  },
  'empty-addendum': {
    status: 422,
    en: 'The addendum is empty.',
    fr: 'L’addenda est vide.',
  },
  'sections-changed': {
    status: 422,
    en: 'The text does not fit the report’s template. Reload the report and try again.',
    fr: 'Le texte ne correspond pas au modèle du rapport. Rechargez le rapport et réessayez.',
  },
  'finding-not-found': {
    status: 404,
    en: 'This is not among what was found in the report any more: its text has changed. Look at the checks again.',
    fr: 'Ce point n’est plus parmi les contrôles du rapport : le texte a changé. Regardez-les de nouveau.',
  },
  // --- the edge --------------------------------------------------------------------------------
  'invalid-request': {
    status: 400,
    en: 'Something in the request is missing or has the wrong form.',
    fr: 'Il manque un élément à la requête, ou il n’a pas la bonne forme.',
  },
  'upload-not-found': {
    status: 404,
    en: 'This upload is not here any more. Send the dictation again from the beginning.',
    fr: 'Cet envoi n’est plus là. Renvoyez la dictée depuis le début.',
  },
  'request-too-large': {
    status: 413,
    en: 'This text is too long to be saved in one piece. Nothing was changed.',
    fr: 'Ce texte est trop long pour être enregistré d’un seul coup. Rien n’a été modifié.',
  },
  'range-not-satisfiable': {
    status: 416,
    en: 'The recording is shorter than the place that was asked for.',
    fr: 'L’enregistrement est plus court que l’endroit demandé.',
  },
  'route-not-found': {
    status: 404,
    en: 'There is nothing at this address.',
    fr: 'Il n’y a rien à cette adresse.',
  },
  'too-many-requests': {
    status: 429,
    en: 'Too many attempts. Wait a minute and try again.',
    fr: 'Trop de tentatives. Attendez une minute et réessayez.',
  },
  'unexpected-failure': {
    status: 500,
    en: 'Something went wrong on the server. Nothing was lost. Try again, or give the number below to your administrator.',
    fr: 'Une erreur s’est produite sur le serveur. Rien n’est perdu. Réessayez, ou donnez le numéro ci-dessous à votre administrateur.',
  },
  // --- failures --------------------------------------------------------------------------------
  'blob-missing': {
    status: 500,
    en: 'The recording cannot be found on the server’s disk. Tell your administrator at once.',
    fr: 'L’enregistrement est introuvable sur le disque du serveur. Avertissez immédiatement votre administrateur.',
  },
  'blob-damaged': {
    status: 500,
    en: 'The stored recording is damaged. Tell your administrator at once.',
    fr: 'L’enregistrement conservé est endommagé. Avertissez immédiatement votre administrateur.',
  },
  'blob-store-full': {
    status: 507,
    en: 'The server’s disk is full. The dictation was not accepted; keep the recording and tell your administrator.',
    fr: 'Le disque du serveur est plein. La dictée n’a pas été acceptée; gardez l’enregistrement et avertissez votre administrateur.',
  },
  'decoder-crashed': {
    status: 500,
    en: 'The program that reads recordings stopped unexpectedly. The recording is kept; try again.',
    fr: 'Le programme qui lit les enregistrements s’est arrêté. L’enregistrement est conservé; réessayez.',
  },
  'decoder-timeout': {
    status: 500,
    en: 'Reading the recording took too long. The recording is kept; try again.',
    fr: 'La lecture de l’enregistrement a pris trop de temps. L’enregistrement est conservé; réessayez.',
  },
  'engine-unavailable': {
    status: 503,
    en: 'No speech engine is ready. Dictations wait and will be transcribed when one is.',
    fr: 'Aucun moteur de reconnaissance n’est prêt. Les dictées attendent et seront transcrites dès qu’il y en aura un.',
  },
  'engine-crashed': {
    status: 500,
    en: 'The speech engine stopped unexpectedly. The recording is kept; try again.',
    fr: 'Le moteur de reconnaissance s’est arrêté. L’enregistrement est conservé; réessayez.',
  },
  'engine-timeout': {
    status: 500,
    en: 'The speech engine took too long. The recording is kept; try again.',
    fr: 'Le moteur de reconnaissance a pris trop de temps. L’enregistrement est conservé; réessayez.',
  },
  'engine-output-unreadable': {
    status: 500,
    en: 'The speech engine answered in a form Plume does not know. Tell your administrator.',
    fr: 'Le moteur de reconnaissance a répondu sous une forme inconnue. Avertissez votre administrateur.',
  },
  'lease-lost': {
    status: 500,
    en: 'Another worker took over this dictation.',
    fr: 'Un autre programme de transcription a repris cette dictée.',
  },
  'database-unreachable': {
    status: 503,
    en: 'The database cannot be reached. Nothing was lost. Try again in a minute.',
    fr: 'La base de données est injoignable. Rien n’est perdu. Réessayez dans une minute.',
  },
  'invalid-configuration': {
    status: 500,
    en: 'The configuration is wrong. The start-up message lists what to change.',
    fr: 'La configuration est incorrecte. Le message de démarrage indique ce qu’il faut changer.',
  },
  'worker-kept-dying': {
    status: 500,
    en: 'Transcribing this recording stopped the worker several times. The recording is kept; tell your administrator.',
    fr: 'La transcription de cet enregistrement a arrêté le programme plusieurs fois. L’enregistrement est conservé; avertissez votre administrateur.',
  },
} as const satisfies Record<ErrorCode, CatalogueEntry>
