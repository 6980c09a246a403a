import type { TreeItem } from '../tree';
import type { Target } from './use-move-department';

/**
 * Where a department goes by Alt and an arrow: up and down among those beside it, right below the one before it, left beside the one
 * above it. Null where that leads nowhere; the top of the tree stays.
 */
export function keyMove(departments: readonly TreeItem[], id: string, key: string): Target | null {
  const moved = departments.find((one) => one.id === id);
  const parent = departments.find((one) => one.id === moved?.parentId);
  if (!moved || !parent) return null;
  const { siblings, at } = placeOf(departments, moved);
  const before = siblings[at - 1];
  switch (key) {
    case 'ArrowUp':
      return before ? { parentId: parent.id, beforeId: before.id } : null;
    case 'ArrowDown':
      return at < siblings.length - 1 ? { parentId: parent.id, beforeId: siblings[at + 2]?.id ?? null } : null;
    case 'ArrowRight':
      return before ? { parentId: before.id, beforeId: null } : null;
    case 'ArrowLeft': {
      if (parent.parentId === null) return null;
      const above = placeOf(departments, parent);
      return { parentId: parent.parentId, beforeId: above.siblings[above.at + 1]?.id ?? null };
    }
    default:
      return null;
  }
}

// helpers //////////////////////

function placeOf(departments: readonly TreeItem[], of: TreeItem): { siblings: TreeItem[]; at: number } {
  const siblings = departments.filter(({ parentId }) => parentId === of.parentId);
  return { siblings, at: siblings.indexOf(of) };
}
