import {
  IconBook,
  IconBriefcase,
  IconCash,
  IconCreditCard,
  IconFile,
  IconFileText,
  IconHeartbeat,
  IconPackage,
  IconPhone,
  IconPlane,
  IconReceipt,
  IconRoute,
  IconShoppingCart,
  IconSpeakerphone,
  IconUserPlus,
} from '@tabler/icons-react';

/** The icons that a process may carry, by the name stored with it. */
export const processIcons = {
  file: IconFile,
  text: IconFileText,
  plane: IconPlane,
  receipt: IconReceipt,
  cart: IconShoppingCart,
  cash: IconCash,
  card: IconCreditCard,
  phone: IconPhone,
  route: IconRoute,
  package: IconPackage,
  book: IconBook,
  health: IconHeartbeat,
  notice: IconSpeakerphone,
  person: IconUserPlus,
  briefcase: IconBriefcase,
} as const;

export function ProcessIcon({ name, size = 18 }: { name: string; size?: number }) {
  const Icon = Object.hasOwn(processIcons, name) ? processIcons[name as keyof typeof processIcons] : IconFile;
  return <Icon size={size} stroke={1.5} aria-hidden />;
}
