import { Settings } from 'luxon'

/** For a program that is started beside a test: Wednesday, 12.00 in Türkiye. */
Settings.now = () => Date.parse('2026-12-02T09:00:00Z')
