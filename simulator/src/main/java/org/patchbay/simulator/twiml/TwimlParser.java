package org.patchbay.simulator.twiml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads TwiML (<https://www.twilio.com/docs/voice/twiml>). Comments and processing instructions are
/// skipped. Document types are refused: nobody's TwiML needs entities, and they open files.
public final class TwimlParser {

    private static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 16;
    private static final XMLInputFactory FACTORY = factory();

    private TwimlParser() {}

    /// @throws TwimlError 11770 when empty, 11750 when larger than 64 kB, 12100 when not well formed
    ///     or when the root is not `<Response>`
    public static TwimlDocument parse(String xml) throws TwimlError {
        if (xml.isBlank()) {
            throw new TwimlError(11770, "The response has no content");
        }
        if (xml.length() > LARGEST) {
            throw new TwimlError(11750, "The TwiML is larger than 64 kB");
        }
        Element root = root(withoutMark(xml).stripLeading());
        if (!root.name().equals("Response")) {
            throw new TwimlError(12100, "The root is <" + root.name() + ">, not <Response>");
        }
        return new TwimlDocument(root.children(), Vocabulary.check(root));
    }

    private static String withoutMark(String xml) {
        return xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
    }

    private static Element root(String xml) throws TwimlError {
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            Element found = null;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    found = element(reader, 1, new StringBuilder());
                } else if (event == XMLStreamConstants.DTD) {
                    throw new TwimlError(12100, "A document type is not allowed");
                }
            }
            reader.close();
            if (found == null) {
                throw new TwimlError(12100, "There is no element");
            }
            return found;
        } catch (XMLStreamException | RuntimeException e) {
            throw new TwimlError(12100, "Document parse failure: " + firstLine(e));
        }
    }

    /// @param outer receives the text too, as an element's text includes that of its children
    private static Element element(XMLStreamReader reader, int depth, StringBuilder outer)
            throws XMLStreamException, TwimlError {
        if (depth > DEEPEST) {
            throw new TwimlError(12100, "Elements are nested deeper than " + DEEPEST);
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes(reader);
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader, depth + 1, text));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        outer.append(text);
        return new Element(name, attributes, text.toString().strip(), List.copyOf(children));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String name = reader.getAttributeLocalName(i);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
