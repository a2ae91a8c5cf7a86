import { IPermissionService } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import {
  WorksheetDeleteColumnPermission,
  WorksheetDeleteRowPermission,
  WorksheetEditPermission,
  WorksheetInsertColumnPermission,
  WorksheetInsertRowPermission,
  WorksheetSetCellStylePermission,
  WorksheetSetCellValuePermission,
  WorksheetSetColumnStylePermission,
  WorksheetSetRowStylePermission,
} from "@univerjs/sheets";

/** What protection takes from the user; looking, selecting and copying stay. */
const EDITING = [
  WorksheetEditPermission,
  WorksheetSetCellValuePermission,
  WorksheetSetCellStylePermission,
  WorksheetSetRowStylePermission,
  WorksheetSetColumnStylePermission,
  WorksheetInsertRowPermission,
  WorksheetInsertColumnPermission,
  WorksheetDeleteRowPermission,
  WorksheetDeleteColumnPermission,
] as const;

/** Lets the user edit a sheet on screen, or not; Univer then says so in its own words. */
export function setEditable(univer: Univer, unitId: string, sheetId: string, editable: boolean): void {
  const permissions = univer.__getInjector().get(IPermissionService);
  for (const Point of EDITING) {
    const point = new Point(unitId, sheetId);
    if (permissions.getPermissionPoint(point.id) === undefined) permissions.addPermissionPoint(point);
    permissions.updatePermissionPoint(point.id, editable);
  }
}
