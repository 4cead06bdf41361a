import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'styles.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'petitions.create': { paramsTuple?: []; params?: {} }
    'petitions.store': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'lookups.create': { paramsTuple?: []; params?: {} }
    'lookups.store': { paramsTuple?: []; params?: {} }
    'notices.show': { paramsTuple?: []; params?: {} }
    'en.home.show': { paramsTuple?: []; params?: {} }
    'en.petitions.create': { paramsTuple?: []; params?: {} }
    'en.petitions.store': { paramsTuple?: []; params?: {} }
    'en.receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.lookups.create': { paramsTuple?: []; params?: {} }
    'en.lookups.store': { paramsTuple?: []; params?: {} }
    'en.notices.show': { paramsTuple?: []; params?: {} }
    'delivery_receipts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'gateway': ParamValue,'secret': ParamValue} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'sign_outs.store': { paramsTuple?: []; params?: {} }
    'resumptions.show': { paramsTuple?: []; params?: {} }
    'accounts.show': { paramsTuple?: []; params?: {} }
    'preferences.store': { paramsTuple?: []; params?: {} }
    'desk.create': { paramsTuple?: []; params?: {} }
    'desk.store': { paramsTuple?: []; params?: {} }
    'desk_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'queue.index': { paramsTuple?: []; params?: {} }
    'inbox.index': { paramsTuple?: []; params?: {} }
    'cards.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'referrals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwardings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'returns.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contacts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'corrections.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'revisions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'messages.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'resendings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'calls.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'silences.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'silences.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'secrets.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'missed.index': { paramsTuple?: []; params?: {} }
    'missed_counts.show': { paramsTuple?: []; params?: {} }
    'register.index': { paramsTuple?: []; params?: {} }
    'searches.store': { paramsTuple?: []; params?: {} }
    'gateways.index': { paramsTuple?: []; params?: {} }
    'test_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'test_messages.create': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'test_messages.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.destroy': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'figures.index': { paramsTuple?: []; params?: {} }
    'message_templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'message_templates.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_previews.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_defaults.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
  }
  GET: {
    'styles.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'petitions.create': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'lookups.create': { paramsTuple?: []; params?: {} }
    'notices.show': { paramsTuple?: []; params?: {} }
    'en.home.show': { paramsTuple?: []; params?: {} }
    'en.petitions.create': { paramsTuple?: []; params?: {} }
    'en.receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.lookups.create': { paramsTuple?: []; params?: {} }
    'en.notices.show': { paramsTuple?: []; params?: {} }
    'delivery_receipts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'gateway': ParamValue,'secret': ParamValue} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'resumptions.show': { paramsTuple?: []; params?: {} }
    'accounts.show': { paramsTuple?: []; params?: {} }
    'desk.create': { paramsTuple?: []; params?: {} }
    'desk_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'queue.index': { paramsTuple?: []; params?: {} }
    'inbox.index': { paramsTuple?: []; params?: {} }
    'cards.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'messages.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'calls.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'missed.index': { paramsTuple?: []; params?: {} }
    'missed_counts.show': { paramsTuple?: []; params?: {} }
    'register.index': { paramsTuple?: []; params?: {} }
    'gateways.index': { paramsTuple?: []; params?: {} }
    'test_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'test_messages.create': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'figures.index': { paramsTuple?: []; params?: {} }
    'message_templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
  }
  HEAD: {
    'styles.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'petitions.create': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'lookups.create': { paramsTuple?: []; params?: {} }
    'notices.show': { paramsTuple?: []; params?: {} }
    'en.home.show': { paramsTuple?: []; params?: {} }
    'en.petitions.create': { paramsTuple?: []; params?: {} }
    'en.receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'en.lookups.create': { paramsTuple?: []; params?: {} }
    'en.notices.show': { paramsTuple?: []; params?: {} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'resumptions.show': { paramsTuple?: []; params?: {} }
    'accounts.show': { paramsTuple?: []; params?: {} }
    'desk.create': { paramsTuple?: []; params?: {} }
    'desk_receipts.show': { paramsTuple: [ParamValue]; params: {'receipt': ParamValue} }
    'queue.index': { paramsTuple?: []; params?: {} }
    'inbox.index': { paramsTuple?: []; params?: {} }
    'cards.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'messages.index': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'calls.create': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'missed.index': { paramsTuple?: []; params?: {} }
    'missed_counts.show': { paramsTuple?: []; params?: {} }
    'register.index': { paramsTuple?: []; params?: {} }
    'gateways.index': { paramsTuple?: []; params?: {} }
    'test_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'test_messages.create': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'figures.index': { paramsTuple?: []; params?: {} }
    'message_templates.index': { paramsTuple?: []; params?: {} }
    'message_templates.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
  }
  POST: {
    'petitions.store': { paramsTuple?: []; params?: {} }
    'lookups.store': { paramsTuple?: []; params?: {} }
    'en.petitions.store': { paramsTuple?: []; params?: {} }
    'en.lookups.store': { paramsTuple?: []; params?: {} }
    'delivery_receipts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'gateway': ParamValue,'secret': ParamValue} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'sign_outs.store': { paramsTuple?: []; params?: {} }
    'preferences.store': { paramsTuple?: []; params?: {} }
    'desk.store': { paramsTuple?: []; params?: {} }
    'referrals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'forwardings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'returns.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'restrictions.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'contacts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'answers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'approvals.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'corrections.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'revisions.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'resendings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'message': ParamValue} }
    'silences.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'silences.destroy': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'secrets.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'searches.store': { paramsTuple?: []; params?: {} }
    'test_messages.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.store': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'gateway_pauses.destroy': { paramsTuple: [ParamValue]; params: {'gateway': ParamValue} }
    'message_templates.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_previews.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
    'template_defaults.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'event': ParamValue,'channel': ParamValue,'locale': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}