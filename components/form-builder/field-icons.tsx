import {
  IconAbc,
  IconAlignLeft,
  IconBuilding,
  IconCalendar,
  IconCalendarClock,
  IconCalendarTime,
  IconCheckbox,
  IconChevronDown,
  IconCircleDot,
  IconClock,
  IconCurrencyYuan,
  IconDecimal,
  IconHash,
  IconInfoCircle,
  IconListCheck,
  IconMathFunction,
  IconNumber123,
  IconPaperclip,
  IconPercentage,
  IconPhoto,
  IconSeparatorHorizontal,
  IconTable,
  IconToggleLeft,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { FormNode } from '@/forms/schema/schema';

type NodeType = FormNode['type'];

const icons: Record<NodeType, ComponentType<{ size?: number; stroke?: number }>> = {
  text: IconAbc,
  textarea: IconAlignLeft,
  integer: IconNumber123,
  number: IconDecimal,
  money: IconCurrencyYuan,
  percentage: IconPercentage,
  date: IconCalendar,
  time: IconClock,
  dateTime: IconCalendarClock,
  dateRange: IconCalendarTime,
  select: IconChevronDown,
  multiSelect: IconListCheck,
  radio: IconCircleDot,
  checkbox: IconCheckbox,
  switch: IconToggleLeft,
  user: IconUser,
  department: IconBuilding,
  file: IconPaperclip,
  image: IconPhoto,
  formula: IconMathFunction,
  autoNumber: IconHash,
  subTable: IconTable,
  divider: IconSeparatorHorizontal,
  description: IconInfoCircle,
};

export function FieldIcon({ type }: { type: NodeType }) {
  const Icon = icons[type];
  return <Icon size={16} stroke={1.5} aria-hidden />;
}
