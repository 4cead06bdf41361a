import { MessagePartSchema } from '#database/schema'

/** Mesaj parçası: what the operator counts and gives receipts for; a short text has one. */
export class MessagePart extends MessagePartSchema {}
