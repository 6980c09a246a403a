import { adHocMatter } from './ad-hoc-matter';
import { bankCardChange } from './bank-card-change';
import { businessTrip } from './business-trip';
import { circulation } from './circulation';
import type { Template } from './template';

export const templates: readonly Template[] = [businessTrip, bankCardChange, circulation, adHocMatter];
