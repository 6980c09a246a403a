import { lookup as dnsLookup } from 'node:dns';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';

const blocked = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  blocked.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  // Also ::1, and IPv4 written inside IPv6 in any of its old ways.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  blocked.addSubnet(network, prefix, 'ipv6');

/** Where cloud hosts hand out their credentials to whoever asks from inside; no outside system lives there. */
const metadata = new BlockList();
metadata.addSubnet('169.254.0.0', 16, 'ipv4');
for (const address of ['100.100.100.200', '168.63.129.16']) metadata.addAddress(address, 'ipv4');
metadata.addAddress('fd00:ec2::254', 'ipv6');

/** Whether no connector may reach it, not even one that may reach private addresses. */
export function isMetadataAddress(address: string): boolean {
  return isIn(metadata, address);
}

/** Whether an address lies in a private, local, metadata or multicast network; an IPv4 address inside IPv6 counts as itself. */
export function isPrivateAddress(address: string): boolean {
  return isIn(blocked, address) || isIn(metadata, address);
}

/** An IPv4 address inside IPv6 (::ffff:7f00:1) is looked up as itself: the list does so for addresses of both spellings. */
function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** The connection goes to the very address that was checked: a second answer of the name server (rebinding) changes nothing. */
export function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const isRefused = allowPrivate ? isMetadataAddress : isPrivateAddress;
      if (addresses.some(({ address }) => isRefused(address)))
        return callback(new AddressRefused(`${hostname} leads to a private address`), '', 0);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      return first ? callback(null, first.address, first.family) : callback(new AddressRefused(`${hostname} has no address`), '', 0);
    });
  };
}
