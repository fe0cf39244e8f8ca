package io.gangway.canonical;

/** A message in the shape that is the same for all senders. */
public sealed interface CanonicalMessage
        permits DeliveryConfirmation,
                FreightInvoice,
                HandlingUnit,
                Manifest,
                Order,
                Pickup,
                RateQuote,
                RateRequest,
                ReturnAuthorization,
                Shipment,
                ShipmentRequest,
                ShippingDocument,
                TrackingEvent {}
